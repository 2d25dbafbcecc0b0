using Assets.Core.Rentals;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>One contract line: its timeline, what it was priced by, what it has cost, and who changed it when.</summary>
/// <param name="Stretches">Oldest first; only those within reach. None of a line that was given back on its first day.</param>
/// <param name="Known">The line as it is known now, with its prices; none where a part of it lies outside the reach.</param>
public sealed record LineDetails(
    long Id,
    string Code,
    int Version,
    string ContractNumber,
    string Customer,
    IReadOnlyList<LineStretch> Stretches,
    LineSnapshot? Known,
    IReadOnlyList<MonthAmount> Costs,
    RecordHistory History)
{
    /// <summary>The units that pay for it or have paid, or, of a line that was given back on its first day, that were to; only those within reach.</summary>
    public required IReadOnlyList<int> Payers { get; init; }

    /// <summary>The last terms that it had: what it goes on with where nothing else is said. None where a part of it lies outside the reach.</summary>
    public Segment? Last { get; init; }

    /// <summary>Whether every unit that pays or has paid, of those that are seen, lies within the reach.</summary>
    public bool IsWithin(Reach reach) => Payers.All(reach.Covers);

    public static LineDetails? Read(Database database, Reach reach, long id)
    {
        using var reading = PageReading.Begin(database);
        var line = reading.First(
            new Query().Add($"select l.code, t.number, k.name, v.body, l.version from contract_lines l join contracts t on t.id = l.contract_id join organisations k on k.id = t.customer_id join line_versions v on v.line_id = l.id and v.version = l.version where l.id = {id}"),
            r => new { Code = r.GetString(0), Contract = r.GetString(1), Customer = r.GetString(2), Body = r.GetString(3), Version = r.GetInt32(4) });
        if (line is null) return null;
        var all = LineStretch.Of(reading, new Query().Add($" where g.line_id = {id} order by g.from_on"));
        var seen = all.Where(s => reach.Covers(s.UnitId)).ToList();
        // What ended on the day it began has no days left, but perhaps a fee, and somebody who has to see it.
        var ran = all.Count == 0 ? LastThatRan(reading, id) : LineText.Parse(line.Body);
        var payers = all.Count == 0 ? UnitsOf(reading, ran) : [.. all.Select(s => s.UnitId).Distinct()];
        var within = payers.Where(reach.Covers).ToList();
        if (within.Count == 0) return null;
        var isWhole = within.Count == payers.Count;
        return new LineDetails(
            id,
            line.Code,
            line.Version,
            line.Contract,
            line.Customer,
            seen,
            isWhole ? LineText.Parse(line.Body) : null,
            MonthAmount.OfLines(reading, [id], null, reach),
            RecordHistory.Of(reading, Subject.ContractLine, id))
        {
            Payers = within,
            Last = isWhole ? ran!.Segments[^1] : null,
        };
    }

    private static LineSnapshot? LastThatRan(PageReading reading, long id) => reading
        .Rows(new Query().Add($"select body from line_versions where line_id = {id} order by version desc"), r => LineText.Parse(r.GetString(0)))
        .Find(version => !version.Segments.IsEmpty);

    private static List<int> UnitsOf(PageReading reading, LineSnapshot? line)
    {
        if (line is null) return [];
        return [.. line.Segments.Select(segment => segment.UnitCode).Distinct(StringComparer.Ordinal).Select(code => (int)reading.Number(new Query().Add($"select id from organisations where code = {code}")))];
    }
}
