using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <summary>
/// The sums of registers that somebody has looked at. What was believed on a day gone by changes with what was stamped on it and written
/// later only, since history is only added to; what is believed now is added up again when something has been recorded, at a large
/// register once a minute at most. Those who ask for the same wait for one answer.
/// </summary>
public sealed class RegisterSums(Installation installation) : IDisposable
{
    private const int MostKept = 64;

    /// <summary>Each reads the whole register: more beside each other would only wait for the same disk and processors.</summary>
    private const int MadeAtOnce = 2;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowLasts = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim places = new(MadeAtOnce);
    private readonly ConcurrentDictionary<string, Place> kept = new(StringComparer.Ordinal);

    /// <param name="cancel">Who goes away while he makes them leaves it to the next who waits.</param>
    public async Task<RegisterTally> Of(Belief belief, RegisterSight sight, CancellationToken cancel)
    {
        // Units and customers have today's names: those of yesterday are not shown for longer.
        var key = string.Create(CultureInfo.InvariantCulture, $"{installation.Today:O} {belief.About:O} {belief.On:O} {Units(sight.Register)} {Units(sight.Costs)}");
        if (kept.Count >= MostKept && !kept.ContainsKey(key)) kept.Clear();
        var place = kept.GetOrAdd(key, _ => new Place());
        var watermark = Watermark(belief);
        if (place.Made is { } made && IsFresh(made, watermark)) return made.Tally;
        await place.Turn.WaitAsync(cancel);
        try
        {
            if (place.Made is { } meanwhile && IsFresh(meanwhile, watermark)) return meanwhile.Tally;
            await places.WaitAsync(cancel);
            try
            {
                var began = Stopwatch.GetTimestamp();
                var tally = RegisterAsOf.Sums(installation, belief, sight, cancel);
                place.Made = new Made(tally, watermark, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(began) > Quick);
                return tally;
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            place.Turn.Release();
        }
    }

    public void Dispose() => places.Dispose();

    // A large import is stamped when it begins: one of 23:59:40 that was written after midnight belongs to the day before.
    private long Watermark(Belief belief)
    {
        using var connection = installation.Database.Open();
        return connection.Number("select coalesce(max(id), 0) from change_sets where recorded_at <= @p0", Conventions.ToMicroseconds(belief.Until));
    }

    // Newer than asked for is fresh too: somebody else began to wait later.
    private static bool IsFresh(Made made, long watermark) => made.Watermark >= watermark || (made.IsSlow && Stopwatch.GetElapsedTime(made.At) < SlowLasts);

    private static string Units(Reach reach) => reach.IsEverywhere ? "*" : string.Join(',', reach.Units.Order());

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public Made? Made { get; set; }
    }

    private sealed record Made(RegisterTally Tally, long Watermark, long At, bool IsSlow);
}
