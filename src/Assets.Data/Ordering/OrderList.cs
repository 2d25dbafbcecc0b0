using System.Globalization;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <param name="Orderer">Only those that this person has placed.</param>
/// <param name="Among">Only these, by id: the ones that wait for somebody.</param>
/// <param name="Term">The beginning of a number, or of a recipient's account.</param>
/// <param name="After">The id after which, counted downwards, the page begins.</param>
public sealed record OrderQuery(int? Orderer = null, IReadOnlyCollection<int>? Among = null, OrderState? State = null, string Term = "", int? After = null, int? Before = null, int PageSize = 50, bool OnlyInReach = false);

public sealed record OrderListItem(
    int Id, string Number, OrderState State, string Orderer, string Unit, DateTimeOffset? SubmittedAt, DateOnly? WantedOn, DateOnly? PromisedOn, Money MonthlyRent, int Lines, string? Recipient, int Recipients);

public sealed record OrderListPage(IReadOnlyList<OrderListItem> Items, int? Next, int? Previous);

/// <summary>Orders, newest first, a page at a time. A basket is its orderer's own and stands in no list.</summary>
public static class OrderList
{
    public static OrderListPage Read(Database database, Reach reach, OrderQuery query)
    {
        using var reading = PageReading.Begin(database);
        var backward = query.Before is not null;
        var sql = Select(query, reach);
        if (query.After is { } after) sql.Add($" and o.id < {after}");
        if (query.Before is { } before) sql.Add($" and o.id > {before}");
        sql.Raw(backward ? " order by o.id" : " order by o.id desc").Add($" limit {query.PageSize + 1}");
        var rows = reading.Rows(sql, r => new OrderListItem(
            r.GetInt32(0), r.GetString(1), (OrderState)r.GetInt32(2), r.GetString(3), r.GetString(4), r.Long(5) is { } at ? Conventions.ToInstant(at) : null, r.DayOrNone(6), r.DayOrNone(7),
            Money.FromOre(r.GetInt64(8)), r.GetInt32(9), r.Text(10), r.GetInt32(11)));
        var more = rows.Count > query.PageSize;
        if (more) rows.RemoveAt(rows.Count - 1);
        if (backward) rows.Reverse();
        return new OrderListPage(
            rows,
            rows.Count > 0 && (backward || more) ? rows[^1].Id : null,
            rows.Count > 0 && (backward ? more : query.After is not null) ? rows[0].Id : null);
    }

    private static Query Select(OrderQuery query, Reach reach)
    {
        var sql = new Query().Raw("""
            select o.id, o.number, o.state, p.display_name, u.name, o.submitted_at, o.wanted_on, o.promised_on, o.monthly_rent,
              (select count(*) from order_lines l where l.order_id = o.id),
              (select l.recipient_name from order_lines l where l.order_id = o.id and l.recipient_name is not null order by l.number limit 1),
              (select count(*) from order_lines l where l.order_id = o.id and l.recipient_name is not null)
            from orders o join users p on p.id = o.orderer_id join organisations u on u.id = o.unit_id
            """).Add($" where o.state <> {OrderState.Basket}");
        if (query.State is { } state) sql.Add($" and o.state = {state}");
        if (query.Orderer is { } orderer) sql.Add($" and o.orderer_id = {orderer}");
        else if (query.Among is { } ids) sql.Raw(" and o.id in ").Numbers(ids);
        if (!reach.IsEverywhere && (query.OnlyInReach || (query.Orderer is null && query.Among is null))) sql.Raw(" and o.unit_id in ").Numbers(reach.Units);
        if (query.Term.Length > 0)
        {
            var key = Keys.Fold(query.Term);
            var number = key.StartsWith('B') ? key : string.Create(CultureInfo.InvariantCulture, $"B{key}");
            sql.Add($" and (o.number_key >= {number} and o.number_key < {number + "\U0010FFFF"} or exists (select 1 from order_lines l where l.order_id = o.id and (l.recipient_account = {query.Term.Trim()} or l.recipient_name = {query.Term.Trim()})))");
        }
        return sql;
    }
}
