using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>
/// Writes down what the fields of a basket say: all of them at once, since people fill in a basket and do not save it line by line.
/// A basket may be incomplete; what it names has to exist.
/// </summary>
public static class ChangeBasket
{
    /// <param name="version">The basket that the fields were filled in from.</param>
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version, BasketFields fields)
    {
        using var act = OrderAct.Begin(installation, "fill basket");
        if (!OwnBasket(act, number, null).TryGet(out var basket, out var refusal)) return refusal;
        if (!Become(act, basket, fields).TryGet(out var becomes, out refusal)) return refusal;
        var lines = act.Store.Lines(basket.Id);
        var edition = DatedEdition.InForce(act.Writing.Connection, installation.Today)?.Content;
        if (lines.Exists(line => line.Kind != OrderLineKind.New) && (becomes.UnitId, becomes.CostCodeId) != (basket.UnitId, basket.CostCodeId))
            return new Refusal(OrderRefusals.PayerIsFixed, basket.UnitCode);
        var isChanged = becomes != basket;
        foreach (var given in fields.Lines)
        {
            if (lines.Find(line => line.Number == given.Number) is not { } line) return new Refusal(OrderRefusals.UnknownOrderLine, $"{given.Number}");
            if (line.Kind != OrderLineKind.New) continue; // said once, when it was asked for: whatever is sent of it here, it is ordered as it was
            if (!Become(act, line, given, edition).TryGet(out var changed, out refusal)) return refusal;
            if (changed != line) act.Store.Save(changed);
            isChanged |= changed != line;
            if (given.AddOns is not { } addOns || edition is null || HasThese(lines, changed, addOns)) continue;
            if (!SetAddOns(act, changed, lines, addOns, edition).TryGet(out _, out refusal)) return refusal;
            isChanged = true;
        }
        // What says the same as the basket already does is no change of it, and overwrites nothing: a second click is none either.
        if (!isChanged) return new OrderTaken(basket.Number, basket.State, basket.Version);
        return OrderStore.Seen(basket, version) is { } meanwhile ? meanwhile : act.Done(act.Store.Save(basket, becomes));
    }

    /// <summary>A basket of the one who acts, as he has seen it. Another's is unknown, not forbidden.</summary>
    internal static Outcome<StoredOrder> OwnBasket(OrderAct act, string number, int? version)
    {
        if (!act.Store.Find(number).TryGet(out var basket, out var refusal)) return refusal;
        if (act.Store.Actor.UserId != basket.OrdererId) return new Refusal(OrderRefusals.UnknownOrder, number);
        if (basket.State != OrderState.Basket) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(basket.State));
        return OrderStore.Seen(basket, version) is { } meanwhile ? meanwhile : basket;
    }

    private static Outcome<StoredOrder> Become(OrderAct act, StoredOrder basket, BasketFields fields)
    {
        var becomes = basket with { WantedOn = fields.WantedOn, Note = BasketLines.Text(fields.Note, BasketLines.LongestWish) };
        if (fields.UnitCode is { } unitCode && Keys.Fold(unitCode) != Keys.Fold(basket.UnitCode))
        {
            if (AddToBasket.FindUnit(act, unitCode) is not { } unit) return new Refusal(OrderRefusals.UnknownUnit, unitCode);
            if (!act.ActorMay(Permission.PlaceOrders, unit.Id)) return new Refusal(OrderRefusals.UnknownUnit, unitCode);
            becomes = becomes with { UnitId = unit.Id, UnitCode = unit.Code };
        }
        if (string.IsNullOrWhiteSpace(fields.CostCode)) return becomes with { CostCodeId = null, CostCode = null };
        return PaidBy(act, becomes, fields.CostCode);
    }

    internal static Outcome<StoredOrder> PaidBy(OrderAct act, StoredOrder order, string costCode)
    {
        var known = act.Writing.Connection.Rows(
            "select id, code from cost_codes where code_key = @p0", r => ((int Id, string Code)?)(r.GetInt32(0), r.GetString(1)), Keys.Fold(costCode)).SingleOrDefault();
        return known is { } found ? order with { CostCodeId = found.Id, CostCode = found.Code } : new Refusal(OrderRefusals.UnknownCostCode, costCode);
    }

    private static Outcome<StoredOrderLine> Become(OrderAct act, StoredOrderLine line, BasketLineFields given, Edition? edition)
    {
        int? site = null;
        if (!string.IsNullOrWhiteSpace(given.Site))
        {
            site = FindSite(act, given.Site);
            if (site is null) return new Refusal(OrderRefusals.UnknownSite, given.Site);
        }
        var product = line.ProductCode is { } code ? edition?.Find(code) : null;
        if (given.TermMonths != line.TermMonths && (line.ProductCode is null || product is not null) && !BasketLines.MayHaveTerm(product, given.TermMonths))
            return new Refusal(OrderFaults.NoSuchTerm, $"{given.TermMonths}");
        var wish = given.Wish is null ? line.Wish : BasketLines.Text(given.Wish, BasketLines.LongestWish);
        if (line.ProductCode is null && wish is null) return new Refusal(OrderFaults.NothingAskedFor, $"{line.Number}");
        return line with
        {
            RecipientName = BasketLines.Text(given.RecipientName),
            RecipientAccount = BasketLines.Text(given.RecipientAccount),
            SiteId = site,
            Room = BasketLines.Text(given.Room),
            TermMonths = given.TermMonths,
            Wish = wish,
        };
    }

    /// <summary>As people write it: the code, the name, or both as the list of suggestions offers them.</summary>
    internal static int? FindSite(OrderAct act, string text)
    {
        var connection = act.Writing.Connection;
        var code = text.Split(" · ", 2)[0];
        var id = (int)connection.Number("select id from sites where code_key = @p0", Keys.Fold(code));
        if (id != 0) return id;
        var named = connection.Rows("select id from sites where name = @p0 limit 2", r => r.GetInt32(0), text.Trim());
        return named.Count == 1 ? named[0] : null;
    }

    private static bool HasThese(List<StoredOrderLine> lines, StoredOrderLine workplace, IReadOnlyList<string> addOns) =>
        lines.Where(line => line.PartOf == workplace.Number).Select(line => line.ProductCode ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(addOns);

    private static Outcome<OrderActor> SetAddOns(OrderAct act, StoredOrderLine workplace, List<StoredOrderLine> lines, IReadOnlyList<string> wanted, Edition edition)
    {
        var present = lines.Where(line => line.PartOf == workplace.Number).ToList();
        foreach (var line in present.Where(line => line.ProductCode is { } code && !wanted.Contains(code, StringComparer.OrdinalIgnoreCase)))
        {
            act.Writing.Connection.Execute("delete from order_lines where order_id = @p0 and number = @p1", line.OrderId, line.Number);
            lines.Remove(line);
        }
        foreach (var code in wanted.Where(code => !present.Exists(line => string.Equals(line.ProductCode, code, StringComparison.OrdinalIgnoreCase))))
        {
            if (edition.Find(code) is not { Kind: ProductKind.AddOn } addOn) return new Refusal(OrderRefusals.UnknownProduct, code);
            if (lines.Count >= BasketItem.MostLines) return new Refusal(OrderRefusals.TooMany, $"{BasketItem.MostLines}");
            var line = BasketLines.New(workplace.OrderId, lines.Max(other => other.Number) + 1, addOn.Code, null, workplace.Number, BasketLines.Term(addOn, edition, workplace.TermMonths), null);
            act.Store.Add(line);
            lines.Add(line);
        }
        return act.Store.Actor;
    }
}
