using System.Runtime.CompilerServices;
using System.Text;

namespace Assets.Export.Tests;

/// <summary>
/// A file kept beside the tests that says what the export looks like. Set ASSETS_ACCEPT_GOLDEN=1 to accept what is written now;
/// the change then shows in the diff that is reviewed.
/// </summary>
internal static class GoldenFile
{
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("ASSETS_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"{name} is missing: run with ASSETS_ACCEPT_GOLDEN=1 and look at what is written.");
        // By bytes: reading it as text would swallow the byte order mark, which is a part of what was accepted.
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), actual);
    }
}
