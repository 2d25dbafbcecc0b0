using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <param name="IsTerm">The term ends, and with it the capital part; the line itself goes on.</param>
public sealed record EndingLine(long LineId, string Code, DateOnly LastDay, bool IsTerm, string? AssetTag, string Service);

/// <summary>What lies ahead, from the contract lines as they are now: the same rating as a month's run, over months to come.</summary>
/// <param name="Months">What the lines of today cost in each of the months; none where there are too many lines to reckon unasked.</param>
/// <param name="Ends">Lines and terms that end soon, the first to end first.</param>
/// <param name="Lines">Lines that were looked at.</param>
public sealed record CostOutlook(IReadOnlyList<(BillingMonth Month, Money Amount)>? Months, IReadOnlyList<EndingLine> Ends, int Lines)
{
    /// <summary>About a second's work: above it a forecast is made only when it is asked for.</summary>
    public const int LinesUnasked = 50_000;

    public const int DaysAhead = 90;

    public static CostOutlook Of(Database database, CostMemory memory, CostSelection selection, IReadOnlyList<BillingMonth> months, DateOnly today, bool asked)
    {
        using var reading = PageReading.Begin(database);
        var span = months.Count == 0 ? "" : $"{months[0]}-{months[^1]}";
        return memory.Of($"outlook {RunningRent.LatestChange(reading)} {today:O} {span} {asked} {selection.Key}", () => Read(reading, selection, months, today, asked ? int.MaxValue - 1 : LinesUnasked));
    }

    private static CostOutlook Read(PageReading reading, CostSelection selection, IReadOnlyList<BillingMonth> months, DateOnly today, int most)
    {
        var codes = selection.Units?.Select(id => selection.Places[id].Code).ToHashSet(StringComparer.Ordinal);
        // What ended before today may still lie in the first month that is not run: its days and its fee.
        var since = months.Count > 0 && months[0].First < today ? months[0].First : today;
        var query = new Query().Add($"select distinct line_id from line_segments g where (g.until_on is null or g.until_on >= {since})");
        selection.Limit(query, "g.unit_id").Add($" limit {most + 1}");
        query.Wrap("select l.id, l.code, v.body from (", ") s join contract_lines l on l.id = s.line_id join line_versions v on v.line_id = l.id and v.version = l.version");
        var sums = new long[months.Count];
        var ends = new List<EndingLine>();
        var charges = new List<Charge>();
        var lines = 0;
        reading.Each(query, r =>
        {
            if (++lines > most) return;
            var line = LineText.Parse(r.GetString(2));
            for (var m = 0; m < months.Count; m++)
            {
                charges.Clear();
                Rating.Rate(line, months[m], charges);
                foreach (var charge in charges)
                    if (codes is null || codes.Contains(charge.UnitCode)) sums[m] = checked(sums[m] + charge.Amount.Ore);
            }
            AddEnds(ends, r.GetInt64(0), line, codes, today);
        });
        var known = lines <= most;
        return new CostOutlook(known ? [.. months.Select((month, m) => (month, Money.FromOre(sums[m])))] : null, [.. ends.OrderBy(e => e.LastDay).ThenBy(e => e.Code, StringComparer.Ordinal)], Math.Min(lines, most));
    }

    private static void AddEnds(List<EndingLine> ends, long lineId, LineSnapshot line, HashSet<string>? codes, DateOnly today)
    {
        var last = line.Segments.Count == 0 ? null : line.Segments[^1];
        if (last is null || (codes is not null && !codes.Contains(last.UnitCode))) return;
        if (last.Period.Until is { } until && IsSoon(until))
            ends.Add(new EndingLine(lineId, line.LineCode, until.AddDays(-1), false, last.AssetTag, last.Service));
        foreach (var component in last.Price.Components)
            if (component is CapitalComponent capital && IsSoon(capital.Until))
                ends.Add(new EndingLine(lineId, line.LineCode, capital.Until.AddDays(-1), true, last.AssetTag, last.Service));

        bool IsSoon(DateOnly day) => day > today && day <= today.AddDays(DaysAhead + 1);
    }
}
