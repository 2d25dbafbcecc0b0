using Assets.Operations.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Assets.Operations.Access;

/// <summary>A secret of a setting: from the file that <c>NameFile</c> names, which the service's account alone reads, or from <c>Name</c> itself, as the environment gives it.</summary>
public static class SecretFile
{
    /// <exception cref="SettingRefusedException">The file is not there or cannot be read.</exception>
    public static string? Read(IConfigurationSection section, string name)
    {
        if (section[name + "File"] is not { Length: > 0 } file) return section[name] is { Length: > 0 } given ? given : null;
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingRefusedException($"The setting {section.Path}:{name}File names a file that cannot be read: {e.Message}");
        }
    }
}
