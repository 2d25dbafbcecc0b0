namespace Assets.Snmp.Tests;

/// <summary>Test data that lies beside the project and is not part of it.</summary>
internal static class Shared
{
    /// <summary>The folder of recordings of real devices; skips the test where it is missing.</summary>
    public static string Recordings()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assets.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        var recordings = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "snmp", "recordings"));
        if (!Directory.Exists(recordings))
            Assert.Skip("the recordings of real devices (../shared/snmp/recordings) are not there");
        return recordings;
    }
}
