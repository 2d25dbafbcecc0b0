using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>What becomes of an asset. A field that is left out stays; an empty text empties it.</summary>
/// <param name="ParentTag">The computer that it belongs to.</param>
/// <param name="On">The day from which it is so; today where none is given.</param>
public sealed record AssetEdit(
    string? SiteCode = null, string? Room = null, string? UserUnitCode = null, string? UserAccount = null, string? ParentTag = null, string? Note = null,
    PurchaseEdit? Purchase = null, DateOnly? On = null, string? Reason = null);

/// <summary>What was bought: all of it as it is to stand.</summary>
public sealed record PurchaseEdit(string ModelCode, string? Serial = null, DateOnly? PurchasedOn = null, Money? Price = null, string? SupplierCode = null, DateOnly? WarrantyUntil = null);

/// <param name="Certificate">The disposal firm's, with the step to disposed.</param>
public sealed record AssetStep(AssetState To, DateOnly? On = null, string? Reason = null, string? Certificate = null);

public sealed record AssetWipe(string Method, string WipedBy, DateOnly? On = null);

/// <summary>New assets, which have come without a purchase that the system knows.</summary>
public sealed record AssetsRegistration(
    string ModelCode, IReadOnlyList<NewAsset> Assets, Money? Price = null, DateOnly? On = null, string? SiteCode = null, string? Room = null, string? SupplierCode = null, DateOnly? WarrantyUntil = null);

/// <param name="Tag">None: the next free one.</param>
public sealed record NewAsset(string Serial, string? Tag = null);

/// <param name="Preview">Only says what would become of each; nothing is changed.</param>
public sealed record BulkChange(IReadOnlyList<BulkAsset> Changes, DateOnly? On = null, string? Reason = null, bool Preview = false);

/// <param name="Seen">The version that the change is based on; none: whatever it is now.</param>
/// <param name="Certificate">The disposal firm's, with the step to disposed.</param>
/// <param name="Wiped">That no data is left, with the step to disposed; needed where nobody has said so before.</param>
public sealed record BulkAsset(
    string Tag, AssetState? State = null, string? SiteCode = null, string? Room = null, string? UserUnitCode = null, string? UserAccount = null, string? ParentTag = null, string? Note = null, long? Seen = null,
    string? Certificate = null, BulkWipe? Wiped = null);

public sealed record BulkWipe(string Method, string WipedBy);

/// <param name="Previews">Of a preview: what would become of each.</param>
public sealed record BulkChanged(int Changed, int Unchanged, IReadOnlyList<BulkPreview>? Previews);

public sealed record BulkPreview(string Tag, bool Changes, string? RefusedBy, string? Detail);

/// <summary>Registering, correcting, stepping and wiping assets; one or many.</summary>
internal static class AssetChangesApi
{
    private const int MostAtOnce = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/assets", Register).WithSummary("Registers assets that have come; a row that is refused does not stop the others");
        api.MapPatch("/assets/{id:long}", Edit).WithSummary("Corrects an asset, or says where it is and who uses it");
        api.MapPost("/assets/{id:long}/steps", Step).WithSummary("Takes the asset a step along its life: to repair, retired, disposed, lost");
        api.MapPost("/assets/{id:long}/wipes", Wipe).WithSummary("Records that no data is left on an asset");
        api.MapPost("/assets/bulk", Bulk).WithSummary("Changes many assets, all or none; or says what would become of each");
    }

    [Needs(Permission.Purchase)]
    private static Answer<AssetsReceived> Register(Caller caller, AssetsRegistration body)
    {
        if (!caller.MayEverywhere(Permission.Purchase)) return ApiProblem.NotAllowed;
        if (body.Assets.Count is 0 or > ScannedRows.Most) return ApiProblem.Field("assets", $"1 to {ScannedRows.Most} at a time.");
        var rows = body.Assets.Select((one, i) => new ScannedRow(i + 1, one.Serial, one.Tag)).ToList();
        return ReceiveAssets.Run(caller.Acting, new Delivery(
            null, rows, body.On ?? caller.Today, body.SiteCode, body.Room, null, null, body.ModelCode, body.Price ?? Money.Zero, body.SupplierCode, body.WarrantyUntil));
    }

    [Needs(Permission.EditRegister)]
    [ChangesWhatWasSeen]
    private static Answer<AssetView> Edit(Caller caller, long id, AssetEdit body)
    {
        if (AssetsApi.Find(caller, Permission.EditRegister, id) is not { } asset) return ApiProblem.NotFound;
        return Change(caller, id, body.On, body.Reason, new AssetChange(asset.Facts.Tag, null, body.SiteCode, body.Room, body.UserUnitCode, body.UserAccount, body.ParentTag, body.Note)
        {
            Purchase = body.Purchase is { } bought ? new AssetPurchase(bought.ModelCode, bought.Serial, bought.PurchasedOn, bought.Price ?? Money.Zero, bought.SupplierCode, bought.WarrantyUntil) : null,
            Seen = caller.SeenVersion,
            Within = caller.Reach(Permission.EditRegister),
        });
    }

    [Needs(Permission.EditRegister)]
    [ChangesWhatWasSeen]
    private static Answer<AssetView> Step(Caller caller, long id, AssetStep body)
    {
        if (AssetsApi.Find(caller, Permission.EditRegister, id) is not { } asset) return ApiProblem.NotFound;
        return Change(caller, id, body.On, body.Reason, new AssetChange(asset.Facts.Tag, body.To) { Certificate = AssetsApi.Some(body.Certificate), Seen = caller.SeenVersion });
    }

    [Needs(Permission.EditRegister)]
    private static Answer<AssetWiped> Wipe(Caller caller, long id, AssetWipe body) => AssetsApi.Find(caller, Permission.EditRegister, id) is { } asset
        ? WipeAsset.Run(caller.Acting, asset.Facts.Tag, body.Method, body.WipedBy, body.On ?? caller.Today)
        : ApiProblem.NotFound;

    [Needs(Permission.EditRegister)]
    private static Answer<BulkChanged> Bulk(Caller caller, BulkChange body)
    {
        if (!caller.MayEverywhere(Permission.EditRegister)) return ApiProblem.NotAllowed;
        if (body.Changes.Count is 0 or > MostAtOnce) return ApiProblem.Field("changes", $"1 to {MostAtOnce} at a time.");
        var changes = body.Changes.Select(one => new AssetChange(one.Tag, one.State, one.SiteCode, one.Room, one.UserUnitCode, one.UserAccount, one.ParentTag, one.Note)
        {
            Seen = one.Seen,
            Certificate = AssetsApi.Some(one.Certificate),
            Wiped = one.Wiped is { } word ? new WipeWord(word.Method, word.WipedBy) : null,
        }).ToList();
        var reason = AssetsApi.Some(body.Reason);
        if (body.Preview)
        {
            var previews = PreviewChanges.Run(caller.Acting, changes, reason);
            return new BulkChanged(0, 0, [.. previews.Select(one => new BulkPreview(one.Tag, one.Changes, one.Refusal?.Code, one.Refusal?.Detail))]);
        }
        return ChangeAssets.Run(caller.Acting, changes, body.On ?? caller.Today, reason, caller.Http.RequestAborted).TryGet(out var changed, out var refusal)
            ? new BulkChanged(changed.Changed, changed.Unchanged, null)
            : Answer<BulkChanged>.Of(refusal);
    }

    private static Answer<AssetView> Change(Caller caller, long id, DateOnly? on, string? reason, AssetChange change)
    {
        if (!ChangeAssets.Run(caller.Acting, [change], on ?? caller.Today, AssetsApi.Some(reason), caller.Http.RequestAborted).TryGet(out _, out var refusal)) return Answer<AssetView>.Of(refusal);
        // What was handed to another unit may lie outside the caller's reach by now.
        return AssetsApi.Find(caller, Permission.EditRegister, id) is { } asset ? AssetsApi.View(asset) : ApiProblem.NotFound;
    }
}
