using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>An order's lines seen through an edition: what they lack and what they cost.</summary>
internal static class OrderContent
{
    public static OrderDraft Draft(OrderAct act, StoredOrder order, IReadOnlyList<StoredOrderLine> lines)
    {
        var connection = act.Writing.Connection;
        var costCode = order.CostCodeId is not { } id ? null : connection.Rows(
            "select c.code, u.code, c.valid_from, c.valid_until from cost_codes c join organisations u on u.id = c.unit_id where c.id = @p0",
            r => new DraftCostCode(r.GetString(0), r.GetString(1), r.DayOrNone(2), r.DayOrNone(3)?.AddDays(-1)), id).Single();
        return new OrderDraft([.. UnitPath(act, order.UnitId)], costCode, order.WantedOn, order.Note, [.. lines.Select(line => new DraftLine(
            line.Number, line.Kind, line.ProductCode, line.Wish, line.PartOf, line.TermMonths, line.RecipientName, line.RecipientAccount, line.SiteId is not null, line.Room,
            line.LineId is not null))]);
    }

    /// <summary>The codes of a unit and of all above it, nearest first.</summary>
    public static IReadOnlyList<string> UnitPath(OrderAct act, int unitId) => [.. act.Lineage(unitId).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse()
        .Select(id => (string)act.Writing.Connection.Scalar("select code from organisations where id = @p0", int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))!)];

    /// <summary>The lines with the rent that each costs in its first whole month; a wish that has no price yet costs nothing.</summary>
    public static Outcome<List<StoredOrderLine>> Priced(OrderAct act, IEnumerable<StoredOrderLine> lines, Edition edition, DateOnly day)
    {
        var interest = act.Interest();
        var priced = new List<StoredOrderLine>();
        foreach (var line in lines)
        {
            if (line.Kind != OrderLineKind.New || Product(act, line, edition) is not { } product)
            {
                priced.Add(line);
                continue;
            }
            if (!OrderedProduct.Price(product, edition.Rules, line.Wish, line.TermMonths, day, interest).TryGet(out var price, out var refusal)) return refusal;
            priced.Add(line with { MonthlyRent = price.FirstMonth });
        }
        return priced;
    }

    /// <summary>What a line is priced and picked by; none for a wish that has no price yet.</summary>
    public static Product? Product(OrderAct act, StoredOrderLine line, Edition edition) => OrderedProduct.Of(
        line.ProductCode is { } code ? edition.Find(code) : null, line.Wish, line.WishModel, line.WishPrice, line.WishModel is { } model ? Kind(act, model) : null);

    public static AssetKind? Kind(OrderAct act, string model) =>
        act.Writing.Connection.Scalar("select kind from models where code_key = @p0", Keys.Fold(model)) is { } kind
            ? (AssetKind)Convert.ToInt32(kind, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    public static Money Rent(IEnumerable<StoredOrderLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => sum + line.MonthlyRent);
}
