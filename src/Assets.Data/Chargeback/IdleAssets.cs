using System.Data.Common;
using System.Text.Json;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>
/// Contract lines that charge in a month for days on which their asset was in stock, retired, disposed or lost. What came back before
/// its notice had run out is none: there the line's own act said what became of the asset.
/// </summary>
internal static class IdleAssets
{
    // Assets that are idle, or that the history once had gone by the month's end, or in stock since its beginning; few of any, so that
    // the order is given: each asset was in stock once, and must not be looked at for that. The plus keeps SQLite from fetching every
    // asset's history row by row where one walk through all of it will do.
    private const string Question = """
        with idle as (
          select id from assets where state in (@p0, @p1, @p2, @p6)
          union
          select subject_id from history
          where +subject = @p3 and after is not null
            and (effective_on < @p4 and (after like '%"state":"retired"%' or after like '%"state":"disposed"%' or after like '%"state":"lost"%')
              or effective_on >= @p5 and (after like '%"state":"in_stock"%' or before like '%"state":"in_stock"%'))
        )
        select l.code, s.from_on, s.until_on, a.tag, a.state, h.effective_on, h.before, h.after, x.id
        from idle i cross join assets a cross join line_segments s cross join contract_lines l
        left join history h on h.subject = @p3 and h.subject_id = a.id and h.after like '%"state":%'
        left join history x on x.subject = @p7 and x.subject_id = l.id and x.change_set_id = h.change_set_id
        where a.id = i.id and s.asset_id = a.id and s.from_on < @p4 and (s.until_on is null or s.until_on > @p5) and l.id = s.line_id
        order by l.code, s.from_on, h.id
        """;

    /// <summary>By line, each once.</summary>
    public static List<(string LineCode, string Tag, AssetState State)> ChargedIn(Reading reading, BillingMonth month)
    {
        var rows = reading.Connection.Rows(
            Question, Read,
            (int)AssetState.Retired, (int)AssetState.Disposed, (int)AssetState.Lost, (int)Subject.Asset, Conventions.ToNumber(month.Until), Conventions.ToNumber(month.First),
            (int)AssetState.InStock, (int)Subject.ContractLine);
        var charged = new List<(string LineCode, string Tag, AssetState State)>();
        foreach (var stretch in rows.GroupBy(row => (row.LineCode, row.Period)))
        {
            if (charged.Count > 0 && charged[^1].LineCode == stretch.Key.LineCode) continue;
            var asset = stretch.First();
            var states = new StatesOverTime(asset.Now, [.. stretch.Select(row => row.Change).OfType<StateChange>()]);
            if (states.IdleWithin(stretch.Key.Period.Intersect(month.Period)) is not { } state) continue;
            if (stretch.Any(row => row is { ByTheLine: true, Period.Until: not null } && row.Change?.After == state)) continue;
            charged.Add((asset.LineCode, asset.Tag, state));
        }
        return charged;
    }

    private static Row Read(DbDataReader r) => new(
        r.GetString(0),
        new Period(r.Day(1), r.DayOrNone(2)),
        r.GetString(3),
        (AssetState)r.GetInt32(4),
        r.DayOrNone(5) is { } day ? new StateChange(day, State(r.GetString(6)), State(r.GetString(7))) : null,
        !r.IsDBNull(8));

    private static AssetState State(string json)
    {
        using var document = JsonDocument.Parse(json);
        var word = document.RootElement.GetProperty("state").GetString();
        return AssetStates.Vocabulary.TryParse(word, out var state) ? state : throw new InvalidDataException($"The history has an asset in the state '{word}', which is none of this program's.");
    }

    private sealed record Row(string LineCode, Period Period, string Tag, AssetState Now, StateChange? Change, bool ByTheLine);
}
