using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <summary>
/// The sums of registers that somebody has looked at. What was believed on a day gone by never changes, since history is only added to;
/// what is believed now is added up again when something has been recorded, at a large register once a minute at most.
/// </summary>
public sealed class RegisterSums(Installation installation)
{
    private const int MostKept = 64;
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowLasts = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);

    public RegisterTally Of(Belief belief, RegisterSight sight)
    {
        // Units and customers have today's names: those of yesterday are not shown for longer.
        var key = string.Create(CultureInfo.InvariantCulture, $"{installation.Today:O} {belief.About:O} {belief.On:O} {Units(sight.Register)} {Units(sight.Costs)}");
        var watermark = belief.Until < installation.Clock.GetUtcNow() ? 0 : Watermark();
        if (kept.TryGetValue(key, out var known) && (known.Watermark == watermark || (known.IsSlow && Stopwatch.GetElapsedTime(known.MadeAt) < SlowLasts))) return known.Tally;
        if (kept.Count >= MostKept) kept.Clear();
        var began = Stopwatch.GetTimestamp();
        var tally = RegisterAsOf.Sums(installation, belief, sight);
        kept[key] = new Kept(tally, watermark, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(began) > Quick);
        return tally;
    }

    private long Watermark()
    {
        using var connection = installation.Database.Open();
        return connection.Number("select max(id) from change_sets");
    }

    private static string Units(Reach reach) => reach.IsEverywhere ? "*" : string.Join(',', reach.Units.Order());

    private sealed record Kept(RegisterTally Tally, long Watermark, long MadeAt, bool IsSlow);
}
