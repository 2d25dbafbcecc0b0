using System.Data.Common;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>The rows of one page, with the words beside their codes; nothing is joined before the page's rows are chosen.</summary>
internal static class AssetRows
{
    /// <summary>How many rows of an order are tested before the index is asked instead: what is common may still lie all at the far end.</summary>
    private const int WalkedAtMost = 10_000;

    /// <summary>Of known ids.</summary>
    public static Query Known(Engine engine, AssetFilter filter, List<long> ids, AssetOrder order, bool empty, bool ascending, AssetCursor? from, int limit, AssetExtras extras)
    {
        var inner = new Query().Raw("select a.id");
        if (engine == Engine.Sqlite) inner.Add($" from json_each({"[" + string.Join(',', ids) + "]"}) hit cross join assets a on a.id = hit.value where 1=1");
        else inner.Add($" from unnest({ids.ToArray()}) hit(id) join assets a on a.id = hit.id where 1=1");
        order.Where(inner, empty, ascending, from);
        var rows = Dressed(filter, inner.Raw(order.By(empty, ascending)).Add($" limit {limit}"), order.By(empty, ascending), extras);
        return filter.Reach.IsEverywhere ? rows.Keep() : rows; // a part's units are written out
    }

    /// <summary>As the plan's index finds them, sorted.</summary>
    public static Query Found(Engine engine, AssetFilter filter, AssetPlan plan, AssetSample sample, AssetOrder order, bool empty, bool ascending, AssetCursor? from, int limit, AssetExtras extras)
    {
        if (engine == Engine.Postgres && plan is { InOrder: true, Driver: AssetDriver.Term, Word: { } word })
            return Dressed(filter, AssetBlocks.InOrder(filter, word, sample, ascending, from, limit), order.By(empty, ascending), extras);
        var inner = new Query();
        // PostgreSQL would sooner walk the order and hope to meet the rows.
        var fenced = engine == Engine.Postgres && !plan.InOrder;
        inner.Raw(fenced ? $"select a.id from (select {string.Join(", ", new[] { "a.id", "a.tag_key", order.Column }.Distinct())}" : "select a.id");
        plan.Write(inner, filter, sample, engine);
        var own = order.AsFoundBy(plan, engine);
        if (fenced) inner.Raw(" offset 0) a where 1=1");
        own.Where(inner, empty, ascending, from);
        return Dressed(filter, inner.Raw(own.By(empty, ascending)).Add($" limit {limit}"), order.By(empty, ascending), extras);
    }

    /// <summary>The first that fulfil the filter among the next rows of the order.</summary>
    public static Query Walked(PageReading reading, AssetFilter filter, AssetOrder order, bool empty, bool ascending, AssetCursor? from, int limit, AssetExtras extras)
    {
        var inner = new Query().Raw("select a.id from assets a where 1=1");
        order.Where(inner, empty, ascending, from);
        if (!filter.IsEmpty && order.Ahead(reading, empty, ascending, from, WalkedAtMost) is { } end) order.Before(inner, empty, ascending, end);
        filter.Write(inner, reading.Engine, AssetDriver.None);
        return Dressed(filter, inner.Raw(order.By(empty, ascending)).Add($" limit {limit}"), order.By(empty, ascending), extras);
    }

    public static (AssetListItem Item, AssetCursor At) Read(DbDataReader r, AssetSort sort)
    {
        var item = new AssetListItem(
            r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), $"{r.Text(4)} {r.Text(5)}".Trim(), (AssetState)r.GetInt32(6), r.DayOrNone(7),
            r.Text(8), r.Text(9), r.Text(10), r.Text(11), r.Text(14),
            r.Long(15) is { } price ? Money.FromOre(price) : null, r.DayOrNone(16), r.Text(17), r.Text(18), r.Text(19), r.Text(20));
        var value = sort switch
        {
            AssetSort.Tag => r.GetString(12),
            AssetSort.Serial => r.Text(13),
            AssetSort.Kind => r.GetInt32(3).ToString(CultureInfo.InvariantCulture),
            AssetSort.State => r.GetInt32(6).ToString(CultureInfo.InvariantCulture),
            AssetSort.Purchased => r.Int(7)?.ToString(CultureInfo.InvariantCulture),
            _ => r.GetInt64(0).ToString(CultureInfo.InvariantCulture),
        };
        return (item, new AssetCursor(value, r.GetString(12), Backward: false));
    }

    private static Query Dressed(AssetFilter filter, Query ids, string order, AssetExtras extras)
    {
        var today = ids.Parameter(Conventions.ToNumber(filter.Today));
        var paying = Paying(filter, today);
        string Asked(AssetExtras one, string column) => extras.HasFlag(one) ? column : "null";
        string With(AssetExtras one, string join) => extras.HasFlag(one) ? join : "";
        return ids.Wrap(
            $"""
            select a.id, a.tag, a.serial, a.kind, m.vendor, m.name, a.state, a.purchased_on, s.name, a.room, o.name, a.user_account, a.tag_key, a.serial_key,
              (select p.name from line_segments g join organisations p on p.id = g.unit_id where g.asset_id = a.id and {paying} limit 1),
              {Asked(AssetExtras.Price, "a.price")}, {Asked(AssetExtras.Warranty, "a.warranty_until")}, {Asked(AssetExtras.Supplier, "v.name")}, {Asked(AssetExtras.Note, "a.note")},
              {Asked(AssetExtras.CostCode, $"(select c.code from line_segments g left join cost_codes c on c.id = g.cost_code_id where g.asset_id = a.id and {paying} limit 1)")}, {Asked(AssetExtras.Parent, "b.tag")}
            from (
            """,
            $"""
            ) hit cross join assets a left join models m on m.id = a.model_id left join sites s on s.id = a.site_id left join organisations o on o.id = a.user_unit_id
            {With(AssetExtras.Supplier, "left join suppliers v on v.id = a.supplier_id")} {With(AssetExtras.Parent, $"left join assets b on b.id = a.parent_id {Seen(filter, today)}")}
            where a.id = hit.id {order}
            """);
    }

    // A computer outside the reach is not told of by what stands beside it.
    private static string Seen(AssetFilter filter, string today)
    {
        if (filter.Reach.IsEverywhere) return "";
        var seen = Query.Of("and (b.user_unit_id in ").Numbers(filter.Reach.Units);
        return seen.Raw($" or exists (select 1 from line_segments g where g.asset_id = b.id and {Paying(filter, today)}))").Sql;
    }

    // Who pays today, where the reader may know it: neither who paid once nor another's unit.
    private static string Paying(AssetFilter filter, string today)
    {
        var paying = Query.Of($"g.from_on <= {today} and (g.until_on is null or g.until_on > {today})");
        if (!filter.Reach.IsEverywhere) paying.Raw(" and g.unit_id in ").Numbers(filter.Reach.Units);
        return paying.Sql;
    }
}
