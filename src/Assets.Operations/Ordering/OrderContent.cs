using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
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

    /// <summary>
    /// The lines with the rent that each costs in its first whole month: what a budget holder's limit is held against. A wish that has
    /// no price yet costs nothing, nor does a return; what is rented already costs what it does on the day.
    /// </summary>
    /// <param name="interestPercent">A year; none where none has been decided.</param>
    public static Outcome<List<StoredOrderLine>> Priced(OrderAct act, IEnumerable<StoredOrderLine> lines, Edition edition, DateOnly day, decimal? interestPercent)
    {
        var interest = interestPercent is { } percent ? new List<InterestRow> { new(day, percent) } : [];
        var priced = new List<StoredOrderLine>();
        foreach (var line in lines)
        {
            if (!Priced(act, line, edition, day, interest).TryGet(out var one, out var refusal)) return refusal;
            priced.Add(one);
        }
        return priced;
    }

    private static Outcome<StoredOrderLine> Priced(OrderAct act, StoredOrderLine line, Edition edition, DateOnly day, List<InterestRow> interest)
    {
        if (line.Kind == OrderLineKind.Return) return line with { MonthlyRent = Money.Zero };
        if (line.Kind == OrderLineKind.Move || line is { Kind: OrderLineKind.Replace, TermMonths: 0 })
        {
            return line.LineId is { } id && RentedLine.Find(act.Writing.Connection, id, day) is { Today: not null } rented
                ? line with { MonthlyRent = RentedOrder.RentToday(rented, day) }
                : new Refusal(FulfilRefusals.NotRunning, $"{line.Number}");
        }
        if (Product(act, line, edition) is not { } product) return line with { MonthlyRent = Money.Zero };
        return OrderedProduct.Price(product, edition.Rules, line.Wish, line.TermMonths, day, interest).TryGet(out var price, out var refusal)
            ? line with { MonthlyRent = price.FirstMonth }
            : refusal;
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
