using System.Data.Common;
using System.Text;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <param name="Term">Part of a tag, a serial, a line's code or a user's account.</param>
public sealed record RentedQuery(string Term = "", string? After = null, string? Before = null, int PageSize = 50);

/// <summary>Something a unit rents today.</summary>
/// <param name="Product">The name in the edition in force; none for what was never a product.</param>
/// <param name="Service">The product's code, or what a service was called; may be empty.</param>
/// <param name="TermEnd">The first day after the term; none where nothing says so.</param>
/// <param name="OpenOrder">The number of an order about it that is under way.</param>
public sealed record RentedItem(
    long LineId, string LineCode, int UnitId, string Unit, Bilingual? Product, string Service, long? AssetId, string? AssetTag, AssetKind? Kind, string? Model,
    string? UserAccount, string? SiteCode, string? Site, string? Room, DateOnly From, DateOnly? TermEnd, Money MonthlyRent, string? OpenOrder)
{
    /// <summary>The first day that is not charged any more; none until further notice.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The asset is back already, and the rent runs until the notice is over: nothing more can be asked of it.</summary>
    public bool IsHandedIn { get; init; }

    /// <summary>Whole months until the term is over, begun ones counted; 0 after it.</summary>
    public int? MonthsLeft(DateOnly today)
    {
        if (TermEnd is not { } end) return null;
        if (end <= today) return 0;
        var months = ((end.Year - today.Year) * 12) + end.Month - today.Month;
        return today.AddMonths(months) < end ? months + 1 : months;
    }
}

/// <param name="Rent">A month, of everything that runs, whatever page and search show.</param>
public sealed record RentedPage(IReadOnlyList<RentedItem> Items, long Count, Money Rent, string? Next, string? Previous);

/// <summary>What a department rents: its running contract lines, seen from the thing and not from the contract.</summary>
public static class RentedList
{
    public static RentedPage Read(Database database, CostMemory memory, Reach reach, DateOnly today, RentedQuery query)
    {
        using var reading = PageReading.Begin(database);
        // Of everything the list is read in its order, of a part from the part's own lines.
        var sql = Running(reach, today, reach.IsEverywhere);
        Narrow(sql, query.Term);
        var backward = query.Before is not null;
        if (query.After is { } after) sql.Add($" and l.code_key > {after}");
        if (query.Before is { } before) sql.Add($" and l.code_key < {before}");
        sql.Raw(backward ? " order by l.code_key desc" : " order by l.code_key").Add($" limit {query.PageSize + 1}");
        var rows = reading.Rows(sql, Row);
        var more = rows.Count > query.PageSize;
        if (more) rows.RemoveAt(rows.Count - 1);
        if (backward) rows.Reverse();
        var running = RunningRent.ByUnit(reading, memory, reach, today).Values;
        return new RentedPage(
            Named(reading, rows, today), running.Sum(sum => sum.Lines), running.Aggregate(Money.Zero, (rent, sum) => rent + sum.Rent),
            rows.Count > 0 && (backward || more) ? rows[^1].Key : null,
            rows.Count > 0 && (backward ? more : query.After is not null) ? rows[0].Key : null);
    }

    /// <summary>One of them; none where it does not run today or lies outside the reach.</summary>
    public static RentedItem? Find(Database database, Reach reach, DateOnly today, long lineId)
    {
        using var reading = PageReading.Begin(database);
        return Named(reading, reading.Rows(Running(reach, today, fromLines: true).Add($" and l.id = {lineId}"), Row), today).SingleOrDefault();
    }

    private static Query Running(Reach reach, DateOnly today, bool fromLines)
    {
        var sql = new Query().Add($"""
            select l.id, l.code, g.unit_id, o.name, v.body, g.asset_id, a.tag, a.kind, m.vendor, m.name, a.user_account, s.code, s.name, a.room, l.code_key,
              (select x.number from order_lines y join orders x on x.id = y.order_id
               where y.line_id = l.id and y.kind <> {OrderLineKind.New} and y.delivered_on is null and x.state < {OrderState.Delivered} order by x.id limit 1)
            """);
        sql.Raw(fromLines ? " from contract_lines l cross join line_segments g" : " from line_segments g cross join contract_lines l").Add($"""

              join line_versions v on v.line_id = l.id and v.version = l.version join organisations o on o.id = g.unit_id
              left join assets a on a.id = g.asset_id left join models m on m.id = a.model_id left join sites s on s.id = a.site_id
            where l.id = g.line_id and g.from_on <= {today} and (g.until_on is null or g.until_on > {today})
            """);
        if (!reach.IsEverywhere) sql.Raw(" and g.unit_id in ").Numbers(reach.Units);
        return sql;
    }

    private static void Narrow(Query sql, string term)
    {
        var key = Keys.Fold(term);
        if (key.Length == 0) return;
        // The asset's search text holds tag, serial and account, folded.
        sql.Add($" and (l.code_key like {InCapitals.Holding(key)} escape '!' or a.search like {InCapitals.Holding(key)} escape '!' or ").Raw(InCapitals.Of("m.name"))
            .Add($" like {InCapitals.Holding(key)} escape '!' or ").Raw(InCapitals.Of("a.room")).Add($" = {key})");
    }

    private static List<RentedItem> Named(PageReading reading, List<(RentedItem Item, string Body, string Key)> rows, DateOnly today)
    {
        var edition = rows.Count == 0 ? null : DatedEdition.InForce(reading, today)?.Content;
        return rows.ConvertAll(row =>
        {
            var line = LineText.Parse(Encoding.UTF8.GetBytes(row.Body));
            var service = line.Segments.FirstOrDefault<Segment>(segment => segment.Period.Contains(today))?.Service ?? "";
            return row.Item with
            {
                Service = service,
                Product = service.Length == 0 ? null : edition?.Find(service)?.Name,
                From = line.Segments[0].Period.From,
                TermEnd = TermEnd.On(line, today),
                MonthlyRent = RunningRent.Of(line, today),
                EndsOn = LineEnd.On(line, today),
                IsHandedIn = LineEnd.IsHandedIn(line, today),
            };
        });
    }

    private static (RentedItem Item, string Body, string Key) Row(DbDataReader r) => (
        new RentedItem(
            r.GetInt64(0), r.GetString(1), r.GetInt32(2), r.GetString(3), null, "", r.Long(5), r.Text(6), r.Int(7) is { } kind ? (AssetKind)kind : null,
            r.Text(8) is { } vendor ? $"{vendor} {r.GetString(9)}" : null, r.Text(10), r.Text(11), r.Text(12), r.Text(13), default, null, default, r.Text(15)),
        r.GetString(4), r.GetString(14));
}
