using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Puts something of the catalogue, or a wish outside it, in the orderer's basket for a unit; the first thing begins the basket.</summary>
public static class AddToBasket
{
    public static Outcome<OrderTaken> Run(Installation installation, BasketItem item)
    {
        using var act = OrderAct.Begin(installation, "fill basket");
        if (act.Store.Actor.UserId is not { } orderer) return new Refusal(OrderRefusals.UnknownPerson, installation.Actor);
        if (FindUnit(act, item.UnitCode) is not { } unit) return new Refusal(OrderRefusals.UnknownUnit, item.UnitCode);
        if (!act.ActorMay(Permission.PlaceOrders, unit.Id)) return new Refusal(OrderRefusals.NotYours, item.UnitCode);
        if (DatedEdition.InForce(act.Writing.Connection, installation.Today) is not { } edition) return new Refusal(OrderRefusals.NoEdition, "");
        if (!Asked(item, edition.Content).TryGet(out var asked, out var refusal)) return refusal;
        var path = OrderContent.UnitPath(act, unit.Id);
        if (asked.Products.FirstOrDefault(product => !OrderFaults.MayOrder(product, path)) is { } others) return new Refusal(OrderFaults.ProductNotForUnit, others.Code);

        if (!Basket(act, installation, unit, orderer).TryGet(out var basket, out refusal)) return refusal;
        var lines = act.Store.Lines(basket.Id);
        if (lines.Count + (item.Quantity * (1 + asked.AddOns.Count)) > BasketItem.MostLines) return new Refusal(OrderRefusals.TooMany, $"{BasketItem.MostLines}");
        var number = lines.Select(line => line.Number).DefaultIfEmpty(0).Max();
        for (var i = 0; i < item.Quantity; i++)
        {
            var workplace = ++number;
            act.Store.Add(BasketLines.New(basket.Id, workplace, asked.Product?.Code, asked.Wish, null, item.TermMonths, lines.LastOrDefault(line => line.SiteId is not null)));
            foreach (var addOn in asked.AddOns)
                act.Store.Add(BasketLines.New(basket.Id, ++number, addOn.Code, null, workplace, BasketLines.Term(addOn, edition.Content, item.TermMonths), null));
        }
        return act.Done(act.Store.Save(basket, basket));
    }

    internal static (int Id, string Code)? FindUnit(OrderAct act, string code) => act.Writing.Connection.Rows(
        "select id, code from organisations where code_key = @p0 and (valid_until is null or valid_until > @p1)",
        r => ((int, string)?)(r.GetInt32(0), r.GetString(1)), Keys.Fold(code), Conventions.ToNumber(act.Today)).SingleOrDefault();

    private static Outcome<AskedFor> Asked(BasketItem item, Edition edition)
    {
        if (item.Quantity is < 1 or > BasketItem.MostAtOnce) return new Refusal(OrderRefusals.TooMany, $"{BasketItem.MostAtOnce}");
        var wish = BasketLines.Text(item.Wish);
        if (item.ProductCode is null && wish is null) return new Refusal(OrderFaults.NothingAskedFor, "");
        var product = item.ProductCode is null ? null : edition.Find(item.ProductCode);
        if (item.ProductCode is not null && product is null) return new Refusal(OrderRefusals.UnknownProduct, item.ProductCode);
        if (!BasketLines.MayHaveTerm(product, item.TermMonths)) return new Refusal(OrderFaults.NoSuchTerm, item.TermMonths.ToString(CultureInfo.InvariantCulture));
        if (product is { Kind: ProductKind.AddOn }) return new Refusal(OrderFaults.AddOnAlone, product.Code);
        var addOns = new List<Product>();
        foreach (var code in item.AddOns.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (product is not { Kind: ProductKind.Workplace } || edition.Find(code) is not { Kind: ProductKind.AddOn } addOn) return new Refusal(OrderRefusals.UnknownProduct, code);
            addOns.Add(addOn);
        }
        return new AskedFor(product, wish, addOns);
    }

    // One basket for each unit that somebody orders for: the newest, where orders have been taken back to be changed.
    private static Outcome<StoredOrder> Basket(OrderAct act, Installation installation, (int Id, string Code) unit, int orderer)
    {
        var connection = act.Writing.Connection;
        var id = (int)connection.Number(
            "select max(id) from orders where orderer_id = @p0 and state = @p1 and unit_id = @p2", orderer, (int)OrderState.Basket, unit.Id);
        return id != 0 ? act.Store.Find(id) : Begin(act, installation, unit.Id, orderer);
    }

    /// <summary>An order with nothing in it yet.</summary>
    internal static Outcome<StoredOrder> Begin(OrderAct act, Installation installation, int unitId, int orderer)
    {
        var number = FreeNumber(act.Writing.Connection, installation.Today.Year);
        act.Writing.Connection.Execute(
            "insert into orders (number, number_key, state, unit_id, orderer_id, monthly_rent, version, change_set_id) values (@p0, @p1, @p2, @p3, @p4, 0, 0, @p5)",
            number, Keys.Fold(number), (int)OrderState.Basket, unitId, orderer, act.Store.ChangeSet);
        return act.Store.Find(number);
    }

    // Writers queue, so that the next number is free. Numbers of one year sort as text up to 99 999, and are counted beyond.
    private static string FreeNumber(System.Data.Common.DbConnection connection, int year)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"B{year:0000}-");
        var last = connection.Scalar("select number from orders where number_key >= @p0 and number_key < @p1 order by length(number) desc, number_key desc limit 1", prefix, prefix + "~");
        var next = last is string text ? int.Parse(text.AsSpan(prefix.Length), CultureInfo.InvariantCulture) + 1 : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:00000}");
    }

    private sealed record AskedFor(Product? Product, string? Wish, List<Product> AddOns)
    {
        public IEnumerable<Product> Products => Product is null ? AddOns : AddOns.Prepend(Product);
    }
}
