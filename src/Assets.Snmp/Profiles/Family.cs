using System.Text.Json;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Profiles;

/// <summary>
/// Metrics that are read together: one file in this folder. A family belongs to the profiles that it names; with
/// sysObjectIds it is read only from devices whose sysObjectID lies below one of them, without from all.
/// </summary>
public sealed record Family(
    string Name, string Source, IReadOnlyList<string> Profiles, IReadOnlyList<ObjectId> SysObjectIds, IReadOnlyList<Metric> Metrics)
{
    /// <summary>True where such a device is asked: prefix 1.3.6.1.4.1.318 fits 1.3.6.1.4.1.318.1.3.27.</summary>
    public bool Fits(ObjectId sysObjectId) => SysObjectIds.Count == 0 || SysObjectIds.Any(prefix => prefix.Contains(sysObjectId));

    /// <summary>Reads a family's file. Throws FormatException with what is wrong: the files are part of the program.</summary>
    public static Family Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var family = new Family(
                Text(root, "family"),
                Text(root, "source"),
                [.. root.GetProperty("profiles").EnumerateArray().Select(p => p.GetString()!)],
                root.TryGetProperty("sysObjectIds", out var ids) ? [.. ids.EnumerateArray().Select(i => ObjectId.Parse(i.GetString()!))] : [],
                [.. root.GetProperty("metrics").EnumerateArray().Select(ParseMetric)]);
            family.Check();
            return family;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"No family of metrics: {e.Message}", e);
        }
    }

    private static Metric ParseMetric(JsonElement line) => new(
        Text(line, "name"),
        ObjectId.Parse(Text(line, "oid")),
        Choice<MetricKind>(line, "kind"),
        Choice<MetricType>(line, "type"),
        line.TryGetProperty("fallbackOf", out var of) ? of.GetString() : null);

    private void Check()
    {
        foreach (var metric in Metrics)
        {
            if (metric.Kind == MetricKind.Scalar && metric.Oid.Encoded[^1] != 0)
                throw new FormatException($"{metric.Name} is a scalar, but its oid does not end with 0.");
            if (metric.FallbackOf is { } of && !Metrics.Any(m => m.Name == of && m.Kind == metric.Kind && m.FallbackOf is null))
                throw new FormatException($"{metric.Name} is to stand in for {of}, which is no such metric of this family.");
        }
        if (Metrics.CountBy(m => m.Name).FirstOrDefault(c => c.Value > 1).Key is { } twice)
            throw new FormatException($"{twice} is listed twice.");
    }

    private static string Text(JsonElement element, string property) =>
        element.GetProperty(property).GetString() is { Length: > 0 } text ? text : throw new FormatException($"{property} is empty.");

    private static T Choice<T>(JsonElement element, string property) where T : struct, Enum =>
        Enum.TryParse<T>(Text(element, property), ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"{property} '{Text(element, property)}' is not one of {string.Join(", ", Enum.GetNames<T>())}.");
}
