using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Ordering;
using Assets.Web.Security;

namespace Assets.Web.Api;

public sealed record PurchaseView(PurchaseHead Head, IReadOnlyList<PurchaseDetailLine> Lines, IReadOnlyList<PurchaseArrival> Arrivals, IReadOnlyList<HistoryEntry> History);

public sealed record PurchaseNew(
    string SupplierCode, IReadOnlyList<PurchaseItem> Items, string? Reference = null, DateOnly? ExpectedOn = null, int? WarrantyMonths = null, string? Note = null);

/// <summary>All of the purchase as it is to stand; lines that are left out stay.</summary>
/// <param name="Lines">Quantity 0 takes a line away, of which nothing has come.</param>
public sealed record PurchaseCorrection(DateOnly? ExpectedOn = null, string? Reference = null, string? Note = null, IReadOnlyList<PurchaseLineChange>? Lines = null, string? Reason = null);

/// <param name="Line">The purchase's line that all of it is; none: recognised asset by asset.</param>
public sealed record PurchaseReceipt(IReadOnlyList<NewAsset> Assets, DateOnly? On = null, string? SiteCode = null, string? Room = null, int? Line = null);

/// <summary>What is ordered from suppliers and what has come. The IT unit buys for all: nothing of it is a part's.</summary>
internal static class PurchasesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/purchases", List).WithSummary("Purchases; the newest first");
        api.MapGet("/purchases/{number}", Get).WithSummary("One purchase with what has come");
        api.MapPost("/purchases", Place).WithSummary("Records what is ordered from a supplier");
        api.MapPut("/purchases/{number}", Change).WithSummary("Changes what is still to come: day, reference, note, quantities, prices");
        api.MapPost("/purchases/{number}/receipts", Receive).WithSummary("Receives assets against the purchase");
        api.MapPost("/purchases/{number}/close", Close).WithSummary("Says that nothing more will come");
    }

    [Needs(Permission.ViewPurchases)]
    private static Answer<Listed<PurchaseListItem>> List(Caller caller, string? q, bool? open, string? cursor, int? limit)
    {
        if (!Sees(caller)) return ApiProblem.NotAllowed;
        if (!Paging.TryNumber(cursor, out var before)) return Paging.BadCursor;
        var page = PurchaseList.Read(caller.Database, new PurchaseQuery(AssetsApi.Short(q), open == true, before, Paging.Size(limit)));
        return new Listed<PurchaseListItem>(page.Items, Paging.Cursor(page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Needs(Permission.ViewPurchases)]
    private static Answer<PurchaseView> Get(Caller caller, string number)
    {
        if (!Sees(caller)) return ApiProblem.NotAllowed;
        return PurchaseDetails.Read(caller.Database, number) is { } purchase
            ? Answer<PurchaseView>.Of(new PurchaseView(purchase.Head, purchase.Lines, purchase.Arrivals, [.. purchase.History.NewestFirst]), purchase.LastEntry)
            : ApiProblem.NotFound;
    }

    [Needs(Permission.Purchase)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<PurchasePlaced> Place(Caller caller, PurchaseNew body)
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        return PlacePurchase.Run(caller.Acting, new PurchaseRequest(body.SupplierCode, body.Items, body.Reference, body.ExpectedOn, body.WarrantyMonths, body.Note)).TryGet(out var placed, out var refusal)
            ? Answer<PurchasePlaced>.Of(placed, location: $"/api/v1/purchases/{placed.Number}")
            : Answer<PurchasePlaced>.Of(refusal);
    }

    [Needs(Permission.Purchase)]
    [ChangesWhatWasSeen]
    private static Answer<PurchaseHasChanged> Change(Caller caller, string number, PurchaseCorrection body)
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        if (PurchaseDetails.Read(caller.Database, number) is not { } purchase) return ApiProblem.NotFound;
        return ChangePurchase.Run(caller.Acting, new PurchaseChange(purchase.Head.Number, body.ExpectedOn, body.Reference, body.Note, body.Lines ?? [], AssetsApi.Some(body.Reason), caller.SeenVersion));
    }

    [Needs(Permission.Purchase)]
    private static Answer<AssetsReceived> Receive(Caller caller, string number, PurchaseReceipt body)
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        if (PurchaseDetails.Read(caller.Database, number) is not { } purchase) return ApiProblem.NotFound;
        if (body.Assets.Count is 0 or > ScannedRows.Most) return ApiProblem.Field("assets", $"1 to {ScannedRows.Most} at a time.");
        var rows = body.Assets.Select((one, i) => new ScannedRow(i + 1, one.Serial, one.Tag)).ToList();
        return ReceiveAssets.Run(caller.Acting, new Delivery(purchase.Head.Number, rows, body.On ?? caller.Today, body.SiteCode, body.Room, null, body.Line));
    }

    [Needs(Permission.Purchase)]
    private static Answer<PurchaseHasClosed> Close(Caller caller, string number, OrderReason body)
    {
        if (!Sees(caller)) return ApiProblem.NotAllowed;
        return PurchaseDetails.Read(caller.Database, number) is { } purchase ? ClosePurchase.Run(caller.Acting, purchase.Head.Number, AssetsApi.Some(body.Reason)) : ApiProblem.NotFound;
    }

    private static bool Sees(Caller caller) => caller.MayEverywhere(Permission.ViewPurchases);

    private static bool May(Caller caller) => caller.MayEverywhere(Permission.Purchase);
}
