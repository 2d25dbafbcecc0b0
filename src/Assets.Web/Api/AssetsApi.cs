using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Web.Pages.Inventory;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>One asset. Stretches of rent and months are those within the caller's reach.</summary>
public sealed record AssetView(
    long Id, string Tag, string? Serial, AssetKind Kind, AssetState State, string ModelCode, string Model, DateOnly? PurchasedOn, Money Price, string? SupplierCode, DateOnly? WarrantyUntil,
    string? SiteCode, string? Site, string? Room, string? UserUnitCode, string? UserUnit, string? UserAccount, string? Certificate, string? Note, AssetLink? Parent, IReadOnlyList<AssetLink> Attached,
    int? DeviceId, IReadOnlyList<LineStretch> Rented, IReadOnlyList<MonthAmount> Months, long Version);

/// <param name="Total">How many match; up to 1 000 exactly, 1 001 for more.</param>
public sealed record AssetsView(IReadOnlyList<AssetListItem> Items, int Total, string? Next) : IPaged;

/// <param name="InService">The first day on which it was rented out, else the day of its purchase: it is written off from there.</param>
/// <param name="LineCode">The contract line whose calculated price has the term; none: the life of the model.</param>
public sealed record BookValueView(DateOnly On, Money Amount, Money Price, Money Residual, DateOnly InService, int TermMonths, string? LineCode);

/// <summary>An asset's fields as they were believed to be.</summary>
public sealed record BelievedView(DateTimeOffset Believed, DateOnly About, IReadOnlyDictionary<string, string?> Fields);

/// <summary>Assets as they are, as they came to be so, and as they were believed to be on any past day.</summary>
internal static class AssetsApi
{
    private const int LongestTerm = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/assets", List).WithSummary("Assets, filtered as on the page, a stretch at a time");
        api.MapGet("/assets/{id:long}", Get).WithSummary("One asset, with the version for If-Match as its ETag");
        api.MapGet("/assets/{id:long}/history", History).WithSummary("Who changed what of an asset, when and why; the newest first");
        api.MapGet("/assets/{id:long}/value", Value).WithSummary("The book value of an asset on a day, today's where none is given");
        api.MapGet("/assets/{id:long}/as-of", AsOf).WithSummary("What was believed of an asset at one moment about a day");
    }

    public static AssetDetails? Find(Caller caller, Permission permission, long id) =>
        AssetDetails.Read(caller.Database, caller.Clock, caller.Reach(permission), RegisterDownload.Costs(caller.Viewer), id);

    public static Answer<AssetView> View(AssetDetails asset)
    {
        var facts = asset.Facts;
        return Answer<AssetView>.Of(
            new AssetView(
                facts.Id, facts.Tag, facts.Serial, facts.Kind, facts.State, facts.ModelCode, $"{facts.Vendor} {facts.ModelName}", facts.PurchasedOn, facts.Price, facts.SupplierCode, facts.WarrantyUntil,
                facts.SiteCode, facts.Site, facts.Room, facts.UserUnitCode, facts.UserUnit, facts.UserAccount, facts.Certificate, facts.Note, asset.Parent, asset.Attached,
                asset.DeviceId, asset.Lines, asset.Costs, facts.ChangeSetId),
            facts.ChangeSetId);
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<AssetsView> List(
        Caller caller, AssetList assets, string? q, AssetKindWord? kind, AssetStateWord? state, string? site, string? model, string? unit, string? sort, string? cursor, int? limit)
    {
        if (!Paging.TryPlace(cursor, out var place) || (place is not null && AssetCursor.Parse(place, backward: false) is null)) return Paging.BadCursor;
        AssetSort? order = null;
        if (sort is not null)
        {
            if (!Enum.TryParse<AssetSort>(sort.TrimStart('-'), ignoreCase: true, out var known) || !Enum.IsDefined(known)) return ApiProblem.Field("sort", "One of tag, serial, kind, state, purchased, registered; a minus before it turns it round.");
            order = known;
        }
        var page = assets.Read(caller.Reach(Permission.ViewRegister), new AssetQuery(
            Short(q), kind?.Value, state?.Value, Some(site), Some(model), Some(unit), order, sort?.StartsWith('-') == true, AssetCursor.Parse(place, backward: false), Paging.Size(limit), AssetExtras.All));
        return new AssetsView(page.Items, page.Total, Paging.Cursor(page.Next?.ToString()));
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<AssetView> Get(Caller caller, long id) => Find(caller, Permission.ViewRegister, id) is { } asset ? View(asset) : ApiProblem.NotFound;

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<HistoryEntry>> History(Caller caller, long id)
    {
        if (Find(caller, Permission.ViewRegister, id) is not { } asset) return ApiProblem.NotFound;
        return RegisterDownload.SeesHistory(caller.Viewer) ? new Listed<HistoryEntry>([.. asset.History.NewestFirst]) : ApiProblem.NotAllowed;
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<BookValueView> Value(Caller caller, long id, DateOnly? on)
    {
        if (Find(caller, Permission.ViewRegister, id) is not { Value: { } value }) return ApiProblem.NotFound;
        var day = on ?? caller.Today;
        return new BookValueView(day, value.On(day), value.Price, value.Residual, value.InService, value.TermMonths, value.LineCode);
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<BelievedView> AsOf(Caller caller, long id, DateTimeOffset? believed, DateOnly? about)
    {
        if (Find(caller, Permission.ViewRegister, id) is not { } asset) return ApiProblem.NotFound;
        if (!RegisterDownload.SeesHistory(caller.Viewer)) return ApiProblem.NotAllowed;
        var at = believed ?? caller.Now;
        var day = about ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, caller.Clock.LocalTimeZone).DateTime);
        return asset.History.AsOf(at, day, asset.Facts.Values) is { } fields ? new BelievedView(at, day, fields) : ApiProblem.NotFound;
    }

    public static string Short(string? term) => (term ?? "").Trim() is var text && text.Length > LongestTerm ? text[..LongestTerm] : text;

    public static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
