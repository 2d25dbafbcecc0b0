using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Operations.Standard;
using Assets.Web.Pages.Standard;
using Assets.Web.Resources;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>All that a draft says, as it is to stand.</summary>
public sealed record DraftContent(IReadOnlyList<ProductContent> Products, RentRules Rules, DateOnly ValidFrom, string? Reason = null);

/// <param name="For">Who it is for.</param>
/// <param name="TermMonths">The terms to choose from.</param>
/// <param name="OrderedBy">Organisation codes: who may order it, with all below them. Empty: everybody.</param>
public sealed record ProductContent(
    string Code, ProductKind Kind, Bilingual Name, Bilingual For, string Icon, Method Method, Money PurchasePrice, Money Residual, IReadOnlyList<int> TermMonths, Money Support,
    IReadOnlyList<PartContent> Parts, IReadOnlyList<string> OrderedBy);

/// <param name="AssetKind">Of equipment only.</param>
/// <param name="MonthlyRate">Of services and licences, all of the quantity.</param>
public sealed record PartContent(PartKind Kind, Bilingual Name, AssetKind? AssetKind, IReadOnlyList<string> Models, int Quantity, Money MonthlyRate);

/// <param name="From">The first day of the draft, by which lines are counted and prices taken.</param>
/// <param name="Administrations">Names by the codes that the effects hold.</param>
public sealed record EffectView(int Draft, int InForce, DateOnly From, decimal? InterestPercent, IReadOnlyList<ProductEffect> Effects, IReadOnlyDictionary<string, string> Administrations);

/// <summary>What a draft is to say, what it means for everybody's year, and the rulebook that comes of it.</summary>
internal static class DraftsApi
{
    private const int MostProducts = 500;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/editions/{number:int}/content", Change).WithSummary("Saves products, rules and the first day of a draft");
        api.MapGet("/editions/{number:int}/effect", Effect).WithSummary("What an edition means for each administration's year, against the one in force");
        api.MapGet("/editions/{number:int}/effect.xlsx", EffectFile).WithSummary("The same as a workbook").Produces(StatusCodes.Status200OK, contentType: Workbook);
        api.MapGet("/editions/{number:int}/rulebook.pdf", Rulebook).WithSummary("The rulebook that the edition makes, as PDF").Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    [Needs(Permission.EditStandard)]
    [ChangesWhatWasSeen]
    private static Answer<EditionChanged> Change(Caller caller, int number, DraftContent body)
    {
        if (!caller.Viewer.MayEditStandard()) return ApiProblem.NotAllowed;
        if (body.Products.Count > MostProducts || body.Products.Any(product => product.Parts.Count > ProductForm.MostParts))
            return ApiProblem.Field("products", $"At most {MostProducts} products of at most {ProductForm.MostParts} parts.");
        if (body.Products.FirstOrDefault(product => !EditionCheck.IsUsableCode(product.Code)) is { } unusable) return ApiProblem.Field("products", $"{unusable.Code} cannot be a code.");
        if (body.Products.GroupBy(product => product.Code, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any()) is { } twice) return ApiProblem.Field("products", $"{twice.Key} stands twice.");
        if (body.Products.FirstOrDefault(product => product.TermMonths.Count == 0) is { } endless) return ApiProblem.Field("products", $"{endless.Code} has no term.");
        var version = (int)Math.Min(int.MaxValue, caller.SeenVersion);
        var outcome = ChangeDraft.Run(caller.Acting, number, version, new Edition([.. body.Products.Select(Product)], body.Rules), body.ValidFrom, AssetsApi.Some(body.Reason));
        if (outcome.TryGet(out var changed, out var refusal)) return Answer<EditionChanged>.Of(changed, changed.Version);
        return refusal.Code == StandardRefusals.UnknownEdition ? ApiProblem.NotFound : Answer<EditionChanged>.Of(refusal);
    }

    [Needs(Permission.ViewDrafts, Permission.ViewOwnCosts)]
    private static Answer<EffectView> Effect(Caller caller, int number) => Find(caller, number) is { } effect
        ? new EffectView(effect.Draft.Number, effect.InForce.Number, effect.From, effect.InterestPercent, effect.Effects, effect.Administrations)
        : ApiProblem.NotFound;

    [Needs(Permission.ViewDrafts, Permission.ViewOwnCosts)]
    private static IResult EffectFile(Caller caller, Words words, int number) => Find(caller, number) is { } effect
        ? Results.File(ExportEffect.Workbook(effect, caller.Today, Languages.IsSwedish), Workbook, $"{words["effect.file"]}-{number}.xlsx")
        : new Refused(ApiProblem.NotFound);

    [Needs]
    private static IResult Rulebook(Caller caller, RulebookWriter writer, Words words, int number)
    {
        if (EditionDetails.Read(caller.Database, number, caller.Today) is not { } details || !caller.Viewer.Sees(details.Item)) return new Refused(ApiProblem.NotFound);
        var day = PricedProduct.DayOf(details.Edition.ValidFrom, details.Item.Standing, caller.Today);
        var book = writer.Write(details.Edition, details.Item.Standing, PricedProduct.Of(details.Edition.Content, day, [.. InterestRates.Read(caller.Database)]));
        return Results.File(PrintRulebook.Run(caller.Acting, book), "application/pdf", $"{words["book.file"]}-{number}.pdf");
    }

    private static DraftEffect? Find(Caller caller, int number) =>
        ShowEffect.Run(caller.Acting, number, caller.Viewer.EffectReach()) is { } effect && caller.Viewer.Sees(effect.Draft.State) ? effect : null;

    private static Product Product(ProductContent body) => new(
        body.Code.Trim(), body.Kind, body.Name, body.For, ProductIcons.Known(body.Icon), body.Method, body.PurchasePrice, body.Residual, [.. body.TermMonths.Select(months => new Term(months))], body.Support,
        [.. body.Parts.Select(part => new Part(part.Kind, part.Name, part.AssetKind, [.. part.Models], part.Quantity, part.MonthlyRate))], [.. body.OrderedBy]);
}
