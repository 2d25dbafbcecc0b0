using System.Collections.Concurrent;

namespace Assets.Data.Chargeback;

/// <summary>
/// Keeps what costs have been added up to, for as long as it holds: a month is run now and then, and looked at all day. The key names the
/// run, or the last change of any line, and every unit of the selection, so that nothing outlives what it was made of and nobody gets
/// another's sums. Several who ask at once wait for one answer.
/// </summary>
public sealed class CostMemory
{
    private const int MostKept = 400;
    private readonly ConcurrentDictionary<string, Lazy<object>> kept = new(StringComparer.Ordinal);

    internal T Of<T>(string key, Func<T> make)
        where T : class
    {
        if (kept.Count >= MostKept) kept.Clear();
        var one = kept.GetOrAdd(key, _ => new Lazy<object>(make));
        try
        {
            return (T)one.Value;
        }
        catch (Exception)
        {
            kept.TryRemove(KeyValuePair.Create(key, one)); // whoever asks next tries again
            throw;
        }
    }
}
