using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// Contract lines, a page at a time, at any number of them; each with the last stretch of its timeline that lies within reach: what became
/// of a line elsewhere is not told. First the matching lines are looked up by an index; where they are few, or one of the conditions
/// alone leaves few beside a large table, they are sorted; else the index of the order is walked and rows are tested.
/// </summary>
/// <param name="host">The code of the host entity; none: the municipality that came first.</param>
public sealed class LineList(Database database, TimeProvider clock, string? host = null)
{
    /// <summary>Totals are exact up to here.</summary>
    public const int CountedTo = 1_000;

    /// <summary>So many are sorted sooner than the index of an order is walked from its other end, where a filter's lines may all lie.</summary>
    internal const int SortedTo = 20_000;

    private const string Details = """
        select l.id, l.code, t.number, k.name, coalesce(l.last_unit_id, 0), coalesce(o.name, ''), c.code, l.last_asset_id, a.tag, l.last_from_on, l.last_until_on, g.quantity, l.last_rent, v.body, l.code_key,
          m.vendor, m.name, a.user_unit_id, u.name, a.user_account
        from (
        """;

    private const string Joins = """
        ) l join contracts t on t.id = l.contract_id join organisations k on k.id = t.customer_id left join organisations o on o.id = l.last_unit_id join line_versions v on v.line_id = l.id and v.version = l.version
          left join line_segments g on g.line_id = l.id and g.from_on = l.last_from_on
          left join cost_codes c on c.id = l.last_cost_code_id left join assets a on a.id = l.last_asset_id left join models m on m.id = a.model_id left join organisations u on u.id = a.user_unit_id
        """;

    public LineListPage Read(Reach reach, LineQuery query)
    {
        using var reading = PageReading.Begin(database);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var customers = UnitCustomers.Read(reading, host);
        var filter = LineFilter.Resolve(reading, query, customers, reach, today);
        var found = Find(reading, filter);
        var backward = query.Cursor is { Backward: true };
        var ascending = query.Descending == backward;
        var wanted = query.PageSize + 1;
        List<Row> rows = found switch
        {
            { Count: 0 } => [],
            { Count: <= CountedTo } => Rows(reading, filter, customers, query.Cursor, new LineOrder(query.Sort, IsSorted: true), ascending, wanted, LineLead.Any, sql => sql.Raw(" and l.id in ").Numbers(found)),
            _ => Many(reading, filter, customers, query, ascending, wanted),
        };
        var more = rows.Count > query.PageSize;
        if (more) rows.RemoveAt(query.PageSize);
        if (backward) rows.Reverse();
        return new LineListPage(
            [.. rows.Select(r => r.Item)],
            found.Count,
            rows.Count > 0 && (backward || more) ? rows[^1].At : null,
            rows.Count > 0 && (backward ? more : query.Cursor is not null) ? rows[0].At with { Backward = true } : null)
        {
            Customers = customers.Within(reach),
        };
    }

    /// <summary>The last act of all: what is chosen from the list after it was read is compared with it when it is changed.</summary>
    public long LastAct()
    {
        using var reading = PageReading.Begin(database);
        return reading.Number(Query.Of("select coalesce(max(id), 0) from change_sets"));
    }

    // One more than are counted: then there are many. No index knows two places where the term may stand: each is looked up by its own.
    private static List<long> Find(PageReading reading, LineFilter filter)
    {
        var sql = new Query();
        foreach (var place in filter.Places)
        {
            sql.Raw(sql.Sql.Length == 0 ? "select id from (" : " union select id from (");
            filter.FromEach(sql, "l.id", "", LineLead.Any, part =>
            {
                filter.Write(part, LineLead.Any, place);
                part.Add($" limit {CountedTo + 1}");
            }).Raw($") f{(int)place}");
        }
        return reading.Rows(sql.Wrap("select id from (", ") f").Add($" limit {CountedTo + 1}"), r => r.GetInt64(0));
    }

    private static List<Row> Many(PageReading reading, LineFilter filter, UnitCustomers customers, LineQuery query, bool ascending, int wanted)
    {
        var narrowest = Narrowest(reading, filter);
        // The lines of one unit come in the order of the payers by themselves.
        if (query.Sort == LineSort.Payer && narrowest is LineLead.Order or LineLead.Unit) return ByPayer(reading, filter, customers, query, ascending, wanted);
        var lead = reading.Engine == Engine.Sqlite ? narrowest : LineLead.Any; // the other database knows by its statistics
        return Rows(reading, filter, customers, query.Cursor, new LineOrder(query.Sort, IsSorted: narrowest != LineLead.Order), ascending, wanted, lead, sql => filter.Write(sql, lead));
    }

    /// <summary>The condition that leaves the fewest lines; the order's own index where none leaves few.</summary>
    internal static LineLead Narrowest(PageReading reading, LineFilter filter)
    {
        var (narrowest, fewest) = (LineLead.Order, SortedTo + 1L);
        foreach (var lead in filter.Leads)
        {
            var count = reading.Number(filter.Count(lead, fewest));
            if (count < fewest) (narrowest, fewest) = (lead, count);
        }
        return narrowest;
    }

    // No index knows the names of units: one after the other, those that have lines, until the page is full.
    private static List<Row> ByPayer(PageReading reading, LineFilter filter, UnitCustomers customers, LineQuery query, bool ascending, int wanted)
    {
        var (order, lead) = (new LineOrder(LineSort.Payer, OfOneUnit: true), reading.Engine == Engine.Sqlite ? LineLead.Unit : LineLead.Any);
        var rows = new List<Row>();
        foreach (var unit in Payers(reading, filter, query.Cursor, ascending))
        {
            var turn = filter with { UnitIds = unit == 0 ? null : [unit], OfNobody = unit == 0 };
            var from = query.Cursor is { } cursor && cursor.Number == unit ? cursor : null;
            rows.AddRange(Rows(reading, turn, customers, from, order, ascending, wanted - rows.Count, lead, sql => turn.Write(sql, lead)));
            if (rows.Count == wanted) break;
        }
        return rows;
    }

    // From the one that the cursor stands in; what was never anybody's has the number 0 and the empty name.
    private static List<int> Payers(PageReading reading, LineFilter filter, LineCursor? from, bool ascending)
    {
        var sql = Query.Of("select o.id from organisations o where (exists (select 1 from contract_lines l where l.last_unit_id = o.id)");
        if (!filter.Reach.IsEverywhere) sql.Raw(" or exists (select 1 from line_segments g where g.unit_id = o.id and g.until_on is not null)");
        sql.Raw(")");
        if (from is { Number: not 0 }) sql.Raw($" and (o.name, o.id) {(ascending ? ">=" : "<=")} ").Add($"((select f.name from organisations f where f.id = {from.Number}), {from.Number})");
        var units = from is { Number: 0 } && !ascending ? [] : reading.Rows(sql.Raw(ascending ? " order by o.name, o.id" : " order by o.name desc, o.id desc"), r => r.GetInt32(0));
        if (filter.UnitIds is { } some)
        {
            var asked = some.ToHashSet();
            units.RemoveAll(unit => !asked.Contains(unit));
        }
        else if (from is null or { Number: 0 } || !ascending)
        {
            units.Insert(ascending ? 0 : units.Count, 0);
        }
        return units;
    }

    private static List<Row> Rows(
        PageReading reading, LineFilter filter, UnitCustomers customers, LineCursor? from, LineOrder order, bool ascending, int wanted, LineLead lead, Action<Query> narrow) =>
        reading.Rows(Select(filter, from, order, ascending, wanted, lead, narrow), r => Read(r, filter, customers, order.Sort));

    /// <summary>The page's rows are found among the lines alone, and only then looked up further: what they are joined with must not lead a database to another order.</summary>
    internal static Query Select(LineFilter filter, LineCursor? from, LineOrder order, bool ascending, int wanted, LineLead lead, Action<Query> narrow)
    {
        var sql = filter.FromEach(new Query(), LineFilter.Columns, order.Joined, lead, part =>
        {
            narrow(part);
            if (from is not null) order.Beyond(part, ascending, from);
            part.Raw(order.By(ascending)).Add($" limit {wanted}");
        });
        return sql.Wrap(Details, Joins + order.By(ascending)).Add($" limit {wanted}");
    }

    private static Row Read(System.Data.Common.DbDataReader r, LineFilter filter, UnitCustomers customers, LineSort sort)
    {
        var (id, unit, from, until) = (r.GetInt64(0), r.GetInt32(4), r.Day(9), r.Day(10));
        var stretch = from == until ? null : LineText.Parse(r.GetString(13)).Segments.First(segment => segment.Period.From == from);
        var theirs = filter.Today < until && (filter.Reach.IsEverywhere || (from <= filter.Today && (r.Int(17) is not { } user || filter.Reach.Covers(user))));
        var item = new LineListItem(
            id, r.GetString(1), r.GetString(2), customers.Of(unit)?.Name ?? r.GetString(3), r.GetString(5), r.Text(6), r.Long(7), r.Text(8), from, until == DateOnly.MaxValue ? null : until, r.Int(11) ?? 1,
            stretch is null ? Money.FromOre(r.GetInt64(12)) : MonthlyRent.On(stretch, filter.Today),
            r.Text(15) is { } vendor ? $"{vendor} {r.GetString(16)}" : null,
            stretch?.Price.Components.OfType<CapitalComponent>().FirstOrDefault()?.Method,
            theirs ? r.Text(18) : null, theirs ? r.Text(19) : null);
        var value = sort switch
        {
            LineSort.Line => r.GetString(14),
            LineSort.Payer => unit.ToString(CultureInfo.InvariantCulture),
            LineSort.Start => r.GetInt32(9).ToString(CultureInfo.InvariantCulture),
            LineSort.End => r.GetInt32(10).ToString(CultureInfo.InvariantCulture),
            LineSort.Rent => r.GetInt64(12).ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(sort)),
        };
        return new Row(item, new LineCursor(sort, value, id, Backward: false));
    }

    private sealed record Row(LineListItem Item, LineCursor At);
}
