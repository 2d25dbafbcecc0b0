using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Operations.Standard;
using Assets.Web.Pages.Standard;
using Assets.Web.Security;

namespace Assets.Web.Api;

public sealed record EditionView(
    int Number, EditionState State, EditionStanding Standing, DateOnly? ValidFrom, DateOnly? DecidedOn, string? Minute, string? DecidedBy, int Version, IReadOnlyList<Product> Products, RentRules Rules,
    IReadOnlyDictionary<string, long> InUse);

/// <summary>The IT council's decision.</summary>
public sealed record EditionDecision(DateOnly DecidedOn, string Minute, DateOnly ValidFrom);

/// <summary>The municipal standard in its dated editions, and their way from draft to decision.</summary>
internal static class StandardApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/editions", List).WithSummary("Editions of the standard; the newest first");
        api.MapGet("/editions/in-force", InForce).WithSummary("The edition in force on a day");
        api.MapGet("/editions/{number:int}", Get).WithSummary("One edition with products, prices and rules");
        api.MapPost("/editions", Draft).WithSummary("A draft, beginning as the edition before it");
        api.MapPost("/editions/{number:int}/propose", Propose).WithSummary("Proposes the draft to the council");
        api.MapPost("/editions/{number:int}/take-back", TakeBack).WithSummary("Makes a draft of the proposal again");
        api.MapPost("/editions/{number:int}/decide", Decide).WithSummary("Records the council's decision");
        api.MapPost("/editions/{number:int}/apply", Apply).WithSummary("Gives running lines the price of the edition in force, where it says so");
        api.MapDelete("/editions/{number:int}", Remove).WithSummary("Throws a draft away");
    }

    [Needs]
    private static Answer<Listed<EditionListItem>> List(Caller caller) =>
        new Listed<EditionListItem>([.. EditionOverview.Read(caller.Database, caller.Today).Where(edition => caller.Viewer.Sees(edition))]);

    [Needs]
    private static Answer<EditionView> InForce(Caller caller, DateOnly? on) => DatedEdition.InForce(caller.Database, on ?? caller.Today) is { } edition ? View(caller, edition.Number) : ApiProblem.NotFound;

    [Needs]
    private static Answer<EditionView> Get(Caller caller, int number) => View(caller, number);

    [Needs(Permission.EditStandard)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<EditionChanged> Draft(Caller caller) => Act(caller.Viewer.MayEditStandard(), () => DraftEdition.Run(caller.Acting));

    [Needs(Permission.EditStandard)]
    [ChangesWhatWasSeen]
    private static Answer<EditionChanged> Propose(Caller caller, int number) => Act(caller.Viewer.MayEditStandard(), () => ProposeEdition.Run(caller.Acting, number, Version(caller)));

    [Needs(Permission.EditStandard)]
    private static Answer<EditionChanged> TakeBack(Caller caller, int number) => Act(caller.Viewer.MayEditStandard(), () => TakeBackEdition.Run(caller.Acting, number));

    [Needs(Permission.DecideStandard)]
    [ChangesWhatWasSeen]
    private static Answer<EditionChanged> Decide(Caller caller, int number, EditionDecision body) =>
        Act(caller.Viewer.MayDecideStandard(), () => DecideEdition.Run(caller.Acting, number, Version(caller), new CouncilDecision(body.DecidedOn, body.Minute, body.ValidFrom)));

    [Needs(Permission.EditPrices)]
    private static Answer<EditionApplied> Apply(Caller caller, int number)
    {
        if (!caller.MayEverywhere(Permission.EditPrices)) return ApiProblem.NotAllowed;
        var outcome = ApplyEdition.Run(caller.Acting, number, caller.Http.RequestAborted);
        return outcome.Refusal?.Code == StandardRefusals.UnknownEdition ? ApiProblem.NotFound : outcome;
    }

    [Needs(Permission.EditStandard)]
    [ChangesWhatWasSeen]
    private static Answer<EditionChanged> Remove(Caller caller, int number) => Act(caller.Viewer.MayEditStandard(), () => RemoveDraft.Run(caller.Acting, number, Version(caller)));

    private static Answer<EditionView> View(Caller caller, int number)
    {
        if (EditionDetails.Read(caller.Database, number, caller.Today) is not { } details || !caller.Viewer.Sees(details.Item)) return ApiProblem.NotFound;
        var edition = details.Edition;
        return Answer<EditionView>.Of(
            new EditionView(
                edition.Number, edition.State, details.Item.Standing, edition.ValidFrom, edition.DecidedOn, edition.Minute, edition.DecidedBy, edition.Version,
                edition.Content.Products, edition.Content.Rules, caller.MayEverywhere(Permission.ViewContracts) ? details.InUse : new Dictionary<string, long>(StringComparer.Ordinal)),
            edition.Version);
    }

    private static Answer<EditionChanged> Act(bool may, Func<Outcome<EditionChanged>> verb)
    {
        if (!may) return ApiProblem.NotAllowed;
        if (verb().TryGet(out var changed, out var refusal)) return Answer<EditionChanged>.Of(changed, changed.Version, $"/api/v1/editions/{changed.Number}");
        return refusal.Code == StandardRefusals.UnknownEdition ? ApiProblem.NotFound : Answer<EditionChanged>.Of(refusal);
    }

    private static int Version(Caller caller) => (int)Math.Min(int.MaxValue, caller.SeenVersion);
}
