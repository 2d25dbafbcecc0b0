using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace Assets.Cli;

/// <summary>Where this installation's settings are: files that settings name without a full path lie below it.</summary>
internal static class SettingsFolder
{
    private const string Variable = "ASSETS_ROOT";

    /// <summary>ASSETS_ROOT, or the nearest folder upward of the current one, or else of the program, whose appsettings.json is ours.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set) return Path.GetFullPath(set);
        return Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;
    }

    /// <summary>Where <c>Assets:Database</c> comes from, in words: who looks for a database wants to know which setting led there.</summary>
    public static string WhereDatabaseIsSet(IConfiguration settings)
    {
        const string Key = "Assets:Database";
        var set = (settings as IConfigurationRoot)?.Providers.LastOrDefault(provider => provider.TryGet(Key, out _));
        var file = Path.Combine(Find(), "appsettings.json");
        return set switch
        {
            null => $"{(File.Exists(file) ? $"{file} does" : $"there is no {file}, and the environment does")} not set {Key}, so this is its default",
            JsonConfigurationProvider => $"so says {Key} in {file}",
            _ => "so says Assets__Database in the environment",
        } + (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? $" ({Variable} is {Find()})" : "");
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
