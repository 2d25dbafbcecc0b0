using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Assets.Snmp.Profiles;

/// <summary>All profiles, put together from the families' files. A name always means the same object in all of them.</summary>
public sealed class ProfileCatalog
{
    private static readonly Lazy<ProfileCatalog> EmbeddedCatalog = new(LoadEmbedded);

    private readonly Dictionary<string, Profile> profiles;

    public ProfileCatalog(IReadOnlyList<Family> families)
    {
        Families = families;
        foreach (var name in families.SelectMany(f => f.Metrics).GroupBy(m => m.Name))
        {
            if (name.DistinctBy(m => m.Oid).Count() > 1)
                throw new FormatException($"{name.Key} stands for two different objects.");
        }
        profiles = families.SelectMany(f => f.Profiles).Distinct().ToDictionary(
            name => name, name => new Profile(name, [.. families.Where(f => f.Profiles.Contains(name))]));
    }

    /// <summary>Those that come with the program.</summary>
    public static ProfileCatalog Embedded => EmbeddedCatalog.Value;

    public IReadOnlyList<Family> Families { get; }

    public IEnumerable<Profile> Profiles => profiles.Values;

    /// <summary>The profile of that name; an empty name is the default.</summary>
    public bool TryGet(string? name, [NotNullWhen(true)] out Profile? profile) =>
        profiles.TryGetValue(string.IsNullOrWhiteSpace(name) ? Profile.DefaultName : name.Trim(), out profile);

    private static ProfileCatalog LoadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var families = new List<Family>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            families.Add(Family.Parse(reader.ReadToEnd()));
        }
        return new ProfileCatalog(families);
    }
}
