using Assets.Core.Rentals;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>One contract line: its timeline, what it was priced by, what it has cost, and who changed it when.</summary>
/// <param name="Stretches">Oldest first; only those within reach.</param>
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
    /// <summary>Whether every stretch that is seen lies within the reach.</summary>
    public bool IsWithin(Reach reach) => Stretches.All(stretch => reach.Covers(stretch.UnitId));

    public static LineDetails? Read(Database database, Reach reach, long id)
    {
        using var reading = PageReading.Begin(database);
        var line = reading.First(
            new Query().Add($"select l.code, t.number, k.name, v.body, l.version from contract_lines l join contracts t on t.id = l.contract_id join organisations k on k.id = t.customer_id join line_versions v on v.line_id = l.id and v.version = l.version where l.id = {id}"),
            r => new { Code = r.GetString(0), Contract = r.GetString(1), Customer = r.GetString(2), Body = r.GetString(3), Version = r.GetInt32(4) });
        if (line is null) return null;
        var all = LineStretch.Of(reading, new Query().Add($" where g.line_id = {id} order by g.from_on"));
        var seen = all.Where(s => reach.Covers(s.UnitId)).ToList();
        if (seen.Count == 0) return null;
        return new LineDetails(
            id,
            line.Code,
            line.Version,
            line.Contract,
            line.Customer,
            seen,
            seen.Count == all.Count ? LineText.Parse(line.Body) : null,
            MonthAmount.OfLines(reading, [id], null, reach),
            RecordHistory.Of(reading, Subject.ContractLine, id));
    }
}
