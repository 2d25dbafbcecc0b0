using Assets.Snmp.Wire;

namespace Assets.Snmp.Profiles;

/// <summary>What a target is asked for, by the name in its line: <c>if-basic</c> or <c>full</c> (the default).</summary>
public sealed class Profile
{
    public const string DefaultName = "full";

    private readonly Dictionary<string, Metric> fallbacks;

    public Profile(string name, IReadOnlyList<Family> families)
    {
        Name = name;
        Families = families;
        Unconditional = [.. families.Where(f => f.SysObjectIds.Count == 0).SelectMany(f => f.Metrics).Where(m => m.FallbackOf is null)];
        IsConditional = families.Any(f => f.SysObjectIds.Count > 0);
        fallbacks = families.SelectMany(f => f.Metrics).Where(m => m.FallbackOf is not null).ToDictionary(m => m.FallbackOf!);
    }

    public string Name { get; }

    public IReadOnlyList<Family> Families { get; }

    /// <summary>The metrics that every device is asked for, stand-ins left out.</summary>
    public IReadOnlyList<Metric> Unconditional { get; }

    /// <summary>True if some families depend on the sysObjectID.</summary>
    public bool IsConditional { get; }

    /// <summary>The metrics beyond <see cref="Unconditional"/> that such a device is asked for.</summary>
    public IEnumerable<Metric> Special(ObjectId sysObjectId) => Families
        .Where(f => f.SysObjectIds.Count > 0 && f.Fits(sysObjectId)).SelectMany(f => f.Metrics).Where(m => m.FallbackOf is null);

    /// <summary>What is read in the place of a metric that a device does not have, or null.</summary>
    public Metric? FallbackOf(Metric metric) => fallbacks.GetValueOrDefault(metric.Name);
}
