using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// What runs on a day comes to a month, by unit. The stored rent of a segment is that of its first month: right as long as it pays level
/// capital or none. What is past its term, and what pays interest on a falling value, is priced anew.
/// </summary>
internal static class RunningRent
{
    /// <summary>Of all units it is kept until a line changes or the day is over; of a part it is read, which costs as much as the part has lines.</summary>
    public static IReadOnlyDictionary<int, (long Lines, Money Rent)> ByUnit(PageReading reading, CostMemory memory, Reach reach, DateOnly today) =>
        reach.IsEverywhere ? memory.Of($"running {today:O} {LatestChange(reading)}", () => Sums(reading, reach, today)) : Sums(reading, reach, today);

    /// <summary>Another once any line has changed.</summary>
    public static long LatestChange(PageReading reading) => reading.Number(Query.Of("select coalesce(max(change_set_id), 0) from contract_lines"));

    private static Dictionary<int, (long Lines, Money Rent)> Sums(PageReading reading, Reach reach, DateOnly today)
    {
        var sums = new Dictionary<int, (long Lines, Money Rent)>();
        var sql = Running(new Query().Raw("select g.unit_id, count(*), sum(g.monthly_rent), null from line_segments g"), reach, today).Raw(" group by g.unit_id union all ");
        // What is priced anew loses its stored rent and gets another. The canonical text has the method's letter as a field; where a
        // unit is called B its lines are read as well, and come to what is stored.
        sql.Raw("select g.unit_id, 0, -g.monthly_rent, v.body from line_segments g join contract_lines l on l.id = g.line_id join line_versions v on v.line_id = l.id and v.version = l.version");
        Running(sql, reach, today).Add($" and g.term_until is not null and (g.term_until <= {today} or v.body like {"%\tB\t%"} or v.body like {"%\tC\t%"})");
        reading.Each(sql, r =>
        {
            var (unit, rent) = (r.GetInt32(0), Money.FromOre(Convert.ToInt64(r.GetValue(2), CultureInfo.InvariantCulture)));
            if (r.Text(3) is { } body) rent += Of(LineText.Parse(body), today);
            var sum = sums.GetValueOrDefault(unit);
            sums[unit] = (sum.Lines + r.GetInt64(1), sum.Rent + rent);
        });
        return sums;
    }

    /// <summary>Of one line, of what it has on the day; nothing where it does not run.</summary>
    public static Money Of(LineSnapshot line, DateOnly day) =>
        line.Segments.FirstOrDefault(segment => segment.Period.Contains(day)) is { } segment ? MonthlyRent.On(segment, day) : Money.Zero;

    private static Query Running(Query sql, Reach reach, DateOnly today)
    {
        sql.Add($" where g.from_on <= {today} and (g.until_on is null or g.until_on > {today})");
        if (!reach.IsEverywhere) sql.Raw(" and g.unit_id in ").Numbers(reach.Units);
        return sql;
    }
}
