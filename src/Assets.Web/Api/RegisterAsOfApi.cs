using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Operations.Inventory;
using Assets.Web.Pages.Inventory;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="About">The day that it is about.</param>
/// <param name="Believed">The day at whose end it was believed.</param>
/// <param name="Items">A page may be short where the caller sees a part of the register only; the last one is the one without <c>next</c>.</param>
public sealed record RegisterThenView(DateOnly About, DateOnly Believed, IReadOnlyList<AssetThen> Items, string? Next) : IPaged;

/// <summary>The whole register as it was believed to be on a day: page by page, or as a file.</summary>
internal static class RegisterAsOfApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/assets/as-of", Page).WithSummary("The register as it was believed at the end of one day to be on a day, a stretch at a time");
        api.MapGet("/assets/as-of.xlsx", Workbook).WithSummary("The same as a workbook with sums by kind, state and customer").Produces(StatusCodes.Status200OK, contentType: RegisterDownload.Workbook);
        api.MapGet("/assets/as-of.csv", Csv).WithSummary("The same as CSV, in the caller's language").Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<RegisterThenView> Page(Caller caller, DateOnly? about, DateOnly? believed, string? cursor, int? limit)
    {
        if (!Paging.TryPlace(cursor, out var place)) return Paging.BadCursor;
        var after = 0L;
        if (place is not null && !long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return Paging.BadCursor;
        var belief = Asked(caller, about, believed);
        if (!IsGiven(caller, belief)) return ApiProblem.NotAllowed;
        var page = RegisterAsOf.Page(caller.Acting, belief, RegisterDownload.Sight(caller.Viewer), after, Paging.Size(limit));
        return new RegisterThenView(belief.About, belief.On, page.Assets, Paging.Cursor(page.Next?.ToString(CultureInfo.InvariantCulture)));
    }

    [Needs(Permission.ViewRegister)]
    private static IResult Workbook(Caller caller, DateOnly? about, DateOnly? believed) => File(caller, Asked(caller, about, believed), asWorkbook: true);

    [Needs(Permission.ViewRegister)]
    private static IResult Csv(Caller caller, DateOnly? about, DateOnly? believed) => File(caller, Asked(caller, about, believed), asWorkbook: false);

    private static Belief Asked(Caller caller, DateOnly? about, DateOnly? believed) => Belief.Of(about ?? believed ?? caller.Today, believed, caller.Clock.LocalTimeZone);

    private static bool IsGiven(Caller caller, Belief belief) => RegisterDownload.IsGiven(caller.Viewer, belief, caller.Today);

    private static IResult File(Caller caller, Belief belief, bool asWorkbook) => !IsGiven(caller, belief)
        ? new Refused(ApiProblem.NotAllowed)
        : Results.File(
            RegisterDownload.Open(caller.Acting, belief, RegisterDownload.Sight(caller.Viewer), asWorkbook, caller.Http.RequestAborted),
            asWorkbook ? RegisterDownload.Workbook : RegisterDownload.Csv, RegisterDownload.Name(belief, asWorkbook));
}
