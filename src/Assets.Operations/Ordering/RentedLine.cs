using System.Data.Common;
using System.Text;
using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>A contract line that an order is about, as it is on a day.</summary>
internal sealed record RentedLine(long Id, string Code, LineSnapshot Snapshot, Segment? Today, StockedAsset? Asset, int? UnitId)
{
    /// <summary>As it is on a day or, where it has ended by then, as it was on its last.</summary>
    public static RentedLine? FindLast(DbConnection connection, long id, DateOnly day)
    {
        var rented = Find(connection, id, day);
        return rented is { Today: null } && rented.Snapshot.Segments.LastOrDefault(segment => segment.Period.Until <= day) is { Period.Until: { } end }
            ? Find(connection, id, end.AddDays(-1))
            : rented;
    }

    public static RentedLine? Find(DbConnection connection, long id, DateOnly day)
    {
        var (code, body) = connection.Rows(
            "select l.code, v.body from contract_lines l join line_versions v on v.line_id = l.id and v.version = l.version where l.id = @p0",
            r => (r.GetString(0), r.GetString(1)), id).SingleOrDefault();
        if (code is null) return null;
        var snapshot = LineText.Parse(Encoding.UTF8.GetBytes(body));
        var today = snapshot.Segments.FirstOrDefault(segment => segment.Period.Contains(day));
        var (unit, asset) = connection.Rows(
            "select unit_id, asset_id from line_segments where line_id = @p0 and from_on <= @p1 and (until_on is null or until_on > @p1)",
            r => ((int?)r.GetInt32(0), r.Long(1)), id, Conventions.ToNumber(day)).SingleOrDefault();
        return new RentedLine(id, code, snapshot, today, asset is { } known ? StockedAsset.With(connection, known) : null, unit);
    }
}
