using Assets.Core.Access;
using Assets.Data.Chargeback;
using Assets.Data.Inventory;
using Assets.Operations.Chargeback;
using Assets.Operations.Inventory;
using Assets.Web.Pages.Chargeback;
using Assets.Web.Resources;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>What is printed or taken home: labels, and the cost card's workbook.</summary>
internal static class FilesApi
{
    private const int LongestOwner = 60;
    private const int MostTags = 500;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/labels.pdf", Labels).WithSummary("Labels of the assets that are named, or that came with one act").Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        api.MapGet("/costs.xlsx", Costs).WithSummary("The cost card as a workbook").Produces(StatusCodes.Status200OK, contentType: Workbook);
    }

    [Needs(Permission.EditRegister, Permission.Purchase)]
    private static IResult Labels(Caller caller, string? tags, long? act, string? format, string? codes, int? start, string? owner)
    {
        if (!caller.MayEverywhere(Permission.EditRegister) && !caller.MayEverywhere(Permission.Purchase)) return new Refused(ApiProblem.NotAllowed);
        var named = (tags ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length > MostTags) return new Refused(ApiProblem.Field("tags", $"At most {MostTags} at a time."));
        var assets = act is { } which ? LabelledAssets.OfAct(caller.Database, which) : LabelledAssets.Named(caller.Database, named);
        if (assets.Count == 0) return new Refused(ApiProblem.NotFound);
        var choice = new LabelChoice(format ?? PrintLabels.Formats[0], codes ?? PrintLabels.Codes[0], start ?? 1, owner is { Length: > LongestOwner } ? owner[..LongestOwner] : owner);
        return PrintLabels.Run(caller.Acting, assets, choice) is { } pdf
            ? Results.File(pdf, "application/pdf", "labels.pdf")
            : new Refused(ApiProblem.Field("format", $"One of {string.Join(", ", PrintLabels.Formats)}, with codes {string.Join(", ", PrintLabels.Codes)}."));
    }

    [Needs(Permission.ViewOwnCosts)]
    private static IResult Costs(Caller caller, CostCards cards, CostMemory memory, Words words, int? unit, string? month)
    {
        if (cards.Find(caller.Viewer, unit, month) is not { } card) return new Refused(ApiProblem.NotFound);
        var file = CostDownload.Make(caller.Acting, CostFileModel.ContentOf(card, memory, words), Languages.IsSwedish, caller.Http.RequestAborted);
        caller.Http.Response.RegisterForDispose(file);
        return Results.File(file.Path, Workbook, file.Name);
    }
}
