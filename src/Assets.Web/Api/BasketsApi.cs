using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Operations.Ordering;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Products">What the unit may order, with what it costs a month for each term.</param>
public sealed record CatalogueView(int? Edition, IReadOnlyList<CatalogueItem> Products);

/// <param name="Faults">What has to be given before it can be sent.</param>
public sealed record BasketView(
    string Number, int Version, string UnitCode, string Unit, string? CostCode, string? CostCodeName, DateOnly? WantedOn, string? Note, IReadOnlyList<BasketLineView> Lines, IReadOnlyList<OrderFault> Faults);

public sealed record BasketLineView(
    int Number, OrderLineKind Kind, string? ProductCode, string? Wish, int? PartOf, int TermMonths, TermPrice? Price, string? RecipientName, string? RecipientAccount, string? Site, string? Room, long? ContractLineId);

/// <summary>What is put in the basket: a product of the catalogue, or a wish in words.</summary>
public sealed record BasketAddition(string UnitCode, int TermMonths, string? ProductCode = null, string? Wish = null, IReadOnlyList<string>? AddOns = null, int Quantity = 1);

/// <summary>All fields of a basket as they are to stand; an empty text empties its field.</summary>
public sealed record BasketChange(string CostCode, IReadOnlyList<BasketLineFields> Lines, DateOnly? WantedOn = null, string Note = "", string? UnitCode = null);

public sealed record RentedView(IReadOnlyList<RentedItem> Items, long Count, Money MonthlyRent, string? Next) : IPaged;

public sealed record RentedReturn(DateOnly WantedOn, string? Note = null);

public sealed record RentedMove(
    string UnitCode, string CostCode, DateOnly WantedOn, string? RecipientName = null, string? RecipientAccount = null, string? Site = null, string? Room = null, string? Note = null);

/// <param name="ProductCode">None: the same terms; otherwise a new term of this product.</param>
public sealed record RentedReplacement(DateOnly WantedOn, string? ProductCode = null, int TermMonths = 0, string? Note = null);

/// <summary>A department's way to order: the catalogue, baskets until they are sent, and what it rents, to be replaced, moved or given back.</summary>
internal static class BasketsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/catalogue", Catalogue).WithSummary("What a unit may order, and at what price");
        api.MapGet("/baskets", List).WithSummary("The caller's baskets");
        api.MapGet("/baskets/{number}", Get).WithSummary("One basket, with what it lacks");
        api.MapPost("/baskets", Add).WithSummary("Puts something in the unit's basket, beginning one where there is none");
        api.MapPut("/baskets/{number}", Change).WithSummary("Writes down who gets what, where, when and who pays");
        api.MapDelete("/baskets/{number}", Throw).WithSummary("Throws the basket away");
        api.MapDelete("/baskets/{number}/lines/{line:int}", Remove).WithSummary("Takes a line out");
        api.MapPost("/baskets/{number}/submit", Submit).WithSummary("Sends it: it is an order from here");
        api.MapGet("/rented", Rented).WithSummary("What the caller's units rent today");
        api.MapPost("/rented/{line:long}/return", Return).WithSummary("Orders that it is given back");
        api.MapPost("/rented/{line:long}/move", Move).WithSummary("Orders that another unit takes it over");
        api.MapPost("/rented/{line:long}/replace", Replace).WithSummary("Orders another asset in its place");
    }

    [Needs(Permission.PlaceOrders)]
    private static Answer<CatalogueView> Catalogue(Caller caller, string unit)
    {
        if (Unit(caller, unit) is not { } found) return ApiProblem.NotFound;
        var catalogue = Data.Ordering.Catalogue.Read(caller.Database, found.Id, caller.Today);
        return new CatalogueView(catalogue.Edition?.Number, catalogue.Items);
    }

    [Needs(Permission.PlaceOrders)]
    private static Answer<Listed<BasketChoice>> List(Caller caller) => new Listed<BasketChoice>(
        [.. Basket.Of(caller.Database, caller.Viewer.Id).Where(choice => caller.Viewer.IsNarrowedTo is null || Find(caller, choice.Number) is not null)]);

    [Needs(Permission.PlaceOrders)]
    private static Answer<BasketView> Get(Caller caller, string number) => Find(caller, number) is { } basket ? View(basket) : ApiProblem.NotFound;

    [Needs(Permission.PlaceOrders)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<OrderTaken> Add(Caller caller, BasketAddition body) => Unit(caller, body.UnitCode) is { } unit
        ? Taken(AddToBasket.Run(caller.Acting, new BasketItem(unit.Code, AssetsApi.Some(body.ProductCode), body.Wish, body.TermMonths, body.AddOns ?? [], body.Quantity)))
        : ApiProblem.NotFound;

    [Needs(Permission.PlaceOrders)]
    [ChangesWhatWasSeen]
    private static Answer<BasketView> Change(Caller caller, string number, BasketChange body)
    {
        if (Find(caller, number) is null || (body.UnitCode is { } unit && Unit(caller, unit) is null)) return ApiProblem.NotFound;
        if (!ChangeBasket.Run(caller.Acting, number, Version(caller), new BasketFields(body.UnitCode, body.CostCode, body.WantedOn, body.Note, body.Lines)).TryGet(out _, out var refusal)) return Answer<BasketView>.Of(refusal);
        return Find(caller, number) is { } basket ? View(basket) : ApiProblem.NotFound;
    }

    [Needs(Permission.PlaceOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Throw(Caller caller, string number) => Find(caller, number) is null ? ApiProblem.NotFound : Taken(CancelOrder.Run(caller.Acting, number, Version(caller), null));

    [Needs(Permission.PlaceOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Remove(Caller caller, string number, int line) => Find(caller, number) is null ? ApiProblem.NotFound : Taken(RemoveLine.Run(caller.Acting, number, Version(caller), line));

    [Needs(Permission.PlaceOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Submit(Caller caller, string number) => Find(caller, number) is null ? ApiProblem.NotFound : OrdersApi.Taken(SubmitOrder.Run(caller.Acting, number, Version(caller)));

    [Needs(Permission.PlaceOrders)]
    private static Answer<RentedView> Rented(Caller caller, CostMemory memory, string? q, string? cursor, int? limit)
    {
        if (!Paging.TryPlace(cursor, out var place)) return Paging.BadCursor;
        var page = RentedList.Read(caller.Database, memory, caller.Reach(Permission.PlaceOrders), caller.Today, new RentedQuery(AssetsApi.Short(q), place, null, Paging.Size(limit)));
        return new RentedView(page.Items, page.Count, page.Rent, Paging.Cursor(page.Next));
    }

    [Needs(Permission.PlaceOrders)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<OrderTaken> Return(Caller caller, long line, RentedReturn body) => Ask(caller, line, () => RequestReturn.Run(caller.Acting, line, body.WantedOn, body.Note));

    [Needs(Permission.PlaceOrders)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<OrderTaken> Move(Caller caller, long line, RentedMove body) => Ask(caller, line, () => RequestMove.Run(
        caller.Acting, new MoveRequest(line, body.UnitCode, body.CostCode, body.WantedOn, body.RecipientName, body.RecipientAccount, body.Site, body.Room, body.Note)));

    [Needs(Permission.PlaceOrders)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<OrderTaken> Replace(Caller caller, long line, RentedReplacement body) => Ask(caller, line, () => RequestReplacement.Run(
        caller.Acting, new ReplacementRequest(line, body.WantedOn, AssetsApi.Some(body.ProductCode), body.TermMonths, body.Note)));

    private static Answer<OrderTaken> Ask(Caller caller, long line, Func<Outcome<OrderTaken>> verb) =>
        RentedList.Find(caller.Database, caller.Reach(Permission.PlaceOrders), caller.Today, line) is null ? ApiProblem.NotFound : OrdersApi.Taken(verb());

    private static OrderingUnit? Unit(Caller caller, string code) => OrderingUnit.Within(caller.Database, caller.Reach(Permission.PlaceOrders), caller.Today)
        .FirstOrDefault(unit => string.Equals(unit.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    private static Basket? Find(Caller caller, string number) =>
        Basket.Find(caller.Database, number, caller.Viewer.Id, caller.Today) is { } basket && caller.Reach(Permission.PlaceOrders).Covers(basket.UnitId) ? basket : null;

    private static int Version(Caller caller) => (int)Math.Min(int.MaxValue, caller.SeenVersion);

    private static Answer<OrderTaken> Taken(Outcome<OrderTaken> outcome) => outcome.TryGet(out var taken, out var refusal)
        ? Answer<OrderTaken>.Of(taken, taken.Version, $"/api/v1/baskets/{taken.Number}")
        : Answer<OrderTaken>.Of(refusal);

    private static Answer<BasketView> View(Basket basket) => Answer<BasketView>.Of(
        new BasketView(
            basket.Number, basket.Version, basket.UnitCode, basket.Unit, basket.CostCode, basket.CostCodeName, basket.WantedOn, basket.Note,
            [.. basket.Lines.Select(line => new BasketLineView(
                line.Number, line.Kind, line.ProductCode, line.Wish, line.PartOf, line.TermMonths, line.Price, line.RecipientName, line.RecipientAccount, line.Site, line.Room, line.ContractLineId))],
            basket.Faults),
        basket.Version);
}
