namespace Assets.Cli;

/// <summary>Where this installation's settings are: files that settings name without a full path lie below it.</summary>
internal static class SettingsFolder
{
    /// <summary>ASSETS_ROOT, or the nearest folder upward of the current one, or else of the program, whose appsettings.json is ours.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("ASSETS_ROOT") is { Length: > 0 } set) return Path.GetFullPath(set);
        return Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;
    }

    private static string? Above(string start)
    {
        for (var folder = Path.GetFullPath(start); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // Every .NET program has a file of that name; only one with our section is meant.
            var file = Path.Combine(folder, "appsettings.json");
            if (File.Exists(file) && File.ReadAllText(file).Contains("\"Assets\"", StringComparison.Ordinal)) return folder;
        }
        return null;
    }
}
