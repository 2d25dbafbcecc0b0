using System.Collections.Concurrent;

namespace Assets.Data.Chargeback;

/// <summary>
/// Keeps what costs have been added up to, for as long as the month stands: a month is run now and then, and looked at all day. The
/// key names the run and every unit of the selection, so that nothing outlives its run and nobody gets another's sums.
/// </summary>
public sealed class CostMemory
{
    private const int MostKept = 400;
    private readonly ConcurrentDictionary<string, object> kept = new(StringComparer.Ordinal);

    internal T Of<T>(string key, Func<T> make)
        where T : class
    {
        if (kept.TryGetValue(key, out var known)) return (T)known;
        if (kept.Count >= MostKept) kept.Clear();
        var made = make();
        kept[key] = made;
        return made;
    }
}
