using Xunit;

namespace Assets.Support;

/// <summary>
/// Study and test data that is not part of the repository: the folder <c>shared</c> beside it, or where ASSETS_SHARED says.
/// A test that needs it is skipped, with the reason, where it is missing.
/// </summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder in the shared data; skips the running test where there is none.</summary>
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("ASSETS_SHARED") is { Length: > 0 } set
            ? set
            : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(RepositoryRoot.Path) ?? "/", "shared");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, relative));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"the shared test data lack {relative} (looked in {root}; set ASSETS_SHARED)");
        return path;
    }
}
