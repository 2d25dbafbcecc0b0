namespace Assets.Support;

/// <summary>The folder of Assets.sln, found upwards from the test's own program.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
            if (File.Exists(System.IO.Path.Combine(folder, "Assets.sln"))) return folder;
        throw new InvalidOperationException($"No Assets.sln above {AppContext.BaseDirectory}.");
    }
}
