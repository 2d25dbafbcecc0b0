using Assets.Core.Access;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Operations.Rentals;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>What a line is to cost: either a fixed <paramref name="MonthlyRate"/>, or <paramref name="Calculated"/> from what was paid.</summary>
public sealed record RentAsked(Money? MonthlyRate = null, CalculationAsked? Calculated = null);

/// <param name="Start">The first day of the term; the line's own first day where none is given.</param>
public sealed record CalculationAsked(Method Method, Money PurchasePrice, int TermMonths, Money? Residual = null, Money? Support = null, IReadOnlyList<SurchargeAsked>? Surcharges = null, DateOnly? Start = null);

public sealed record SurchargeAsked(string Name, Money MonthlyRate);

/// <param name="From">The delivery day, which is charged.</param>
/// <param name="Until">The first day not charged; none until further notice.</param>
public sealed record LineStart(
    string UnitCode, string CostCode, DateOnly From, RentAsked Rent, string? Code = null, string? AssetTag = null, string Service = "", int Quantity = 1, DateOnly? Until = null, string? Reason = null);

public sealed record LineMove(string UnitCode, string CostCode, DateOnly On, string? Reason = null);

/// <param name="On">The day of return, which is not charged; from who may not change contracts the day on which it was handed in, and the notice of the rules is charged.</param>
/// <param name="Reused">Somebody else takes the device over: what is unpaid of its capital is not charged, where the rules waive it. Otherwise it is retired.</param>
public sealed record LineReturn(DateOnly On, bool Reused = true, string? Reason = null);

public sealed record LineSwap(string AssetTag, DateOnly On, string? Reason = null);

public sealed record LinePrice(RentAsked Rent, DateOnly On, string? Reason = null);

public sealed record LineQuantity(int Quantity, DateOnly On, string? Reason = null);

/// <param name="Until">The first day not charged; none until further notice.</param>
public sealed record LineProlongation(DateOnly? Until = null, string? Reason = null);

/// <param name="From">The first day charged again.</param>
/// <param name="AssetTag">None for a service.</param>
/// <param name="Until">The first day not charged; none until further notice.</param>
public sealed record LineResumption(
    string UnitCode, string CostCode, DateOnly From, RentAsked Rent, string? AssetTag = null, string Service = "", int Quantity = 1, DateOnly? Until = null, string? Reason = null);

/// <param name="HandlingFee">None: what the rules of the edition in force on the day say. Another one takes the right to change contracts.</param>
/// <param name="BookValue">None: by the line's own calculation, which an imported line does not have. Another one takes the right to change contracts.</param>
public sealed record LineLoss(DateOnly On, Money? HandlingFee = null, Money? BookValue = null, string? Reason = null);

/// <summary>A contract line as an act has left it.</summary>
public sealed record LineChangedView(string Code, int Version, long Act);

/// <summary>Contract lines begun, moved, swapped, priced and ended, for those who keep contracts; swapped, returned and lost by the bench too.</summary>
internal static class LineChangesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/contract-lines", Start).WithSummary("Begins to rent something out, on the customer's contract");
        api.MapPost("/contract-lines/{id:long}/move", Move).WithSummary("Another unit or cost code pays from a day, which is the new holder's");
        api.MapPost("/contract-lines/{id:long}/return", Return).WithSummary("Ends the line; the day of return is not charged");
        api.MapPost("/contract-lines/{id:long}/swap", Swap).WithSummary("Another asset stands behind the line from a day");
        api.MapPost("/contract-lines/{id:long}/price", Price).WithSummary("Another price from a day");
        api.MapPost("/contract-lines/{id:long}/quantity", Quantity).WithSummary("Another quantity from a day");
        api.MapPost("/contract-lines/{id:long}/prolong", Prolong).WithSummary("Ends later, or no longer");
        api.MapPost("/contract-lines/{id:long}/resume", Resume).WithSummary("Goes on after it ended, or in a gap, on terms of its own");
        api.MapPost("/contract-lines/{id:long}/lose", Lose).WithSummary("Ends because the asset is lost: book value and handling fee are charged");
    }

    [Needs(Permission.EditContracts)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<LineChangedView> Start(Caller caller, OrganisationOverview organisations, LineStart body)
    {
        if (!RegisterApi.Covers(organisations, caller.Reach(Permission.EditContracts), body.UnitCode)) return ApiProblem.NotAllowed;
        if (Terms(body.Rent, body.From) is not { } terms) return NoTerms;
        return View(StartLine.Run(caller.Acting, new LineRequest(
            AssetsApi.Some(body.Code), body.UnitCode, body.CostCode, AssetsApi.Some(body.AssetTag), body.Service, body.Quantity, body.From, body.Until, terms, AssetsApi.Some(body.Reason)) { Within = caller.Reach(Permission.EditContracts) }));
    }

    [Needs(Permission.EditContracts)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Move(Caller caller, OrganisationOverview organisations, long id, LineMove body) => RegisterApi.Covers(organisations, caller.Reach(Permission.EditContracts), body.UnitCode)
        ? Change(caller, Permission.EditContracts, id, name => MoveLine.Run(caller.Acting, name, body.UnitCode, body.CostCode, body.On, AssetsApi.Some(body.Reason), caller.Reach(Permission.EditContracts)))
        : ApiProblem.NotAllowed;

    [Needs(Permission.ChangeRented)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Return(Caller caller, long id, LineReturn body) => Change(
        caller, Permission.ChangeRented, id, name => LinesApi.Find(caller, Permission.ChangeRented, id)?.IsWithin(caller.Reach(Permission.EditContracts)) == true
            ? ReturnAsset.Run(caller.Acting, name, body.On, body.Reused, AssetsApi.Some(body.Reason))
            : ReturnAsset.HandedIn(caller.Acting, name, body.On, null, body.Reused, AssetsApi.Some(body.Reason)));

    [Needs(Permission.ChangeRented)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Swap(Caller caller, long id, LineSwap body) =>
        Change(caller, Permission.ChangeRented, id, name => SwapAsset.Run(caller.Acting, name, body.AssetTag, body.On, AssetsApi.Some(body.Reason)));

    [Needs(Permission.EditContracts)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Price(Caller caller, long id, LinePrice body) => Terms(body.Rent, body.On) is { } terms
        ? Change(caller, Permission.EditContracts, id, name => ChangePrice.Run(caller.Acting, name, terms, body.On, AssetsApi.Some(body.Reason)))
        : NoTerms;

    [Needs(Permission.EditContracts)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Quantity(Caller caller, long id, LineQuantity body) =>
        Change(caller, Permission.EditContracts, id, name => ChangeQuantity.Run(caller.Acting, name, body.Quantity, body.On, AssetsApi.Some(body.Reason)));

    [Needs(Permission.EditContracts)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Prolong(Caller caller, long id, LineProlongation body) =>
        Change(caller, Permission.EditContracts, id, name => ProlongLine.Run(caller.Acting, name, body.Until, AssetsApi.Some(body.Reason)));

    [Needs(Permission.EditContracts)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Resume(Caller caller, OrganisationOverview organisations, long id, LineResumption body)
    {
        if (!RegisterApi.Covers(organisations, caller.Reach(Permission.EditContracts), body.UnitCode)) return ApiProblem.NotAllowed;
        if (Terms(body.Rent, body.From) is not { } terms) return NoTerms;
        return Change(caller, Permission.EditContracts, id, name => ResumeLine.Run(caller.Acting, new LineRequest(
            name.Code, body.UnitCode, body.CostCode, AssetsApi.Some(body.AssetTag), body.Service, body.Quantity, body.From, body.Until, terms, AssetsApi.Some(body.Reason)) { Seen = name.Seen, Within = caller.Reach(Permission.EditContracts) }));
    }

    [Needs(Permission.ChangeRented)]
    [ChangesWhatWasSeen]
    private static Answer<LineChangedView> Lose(Caller caller, long id, LineLoss body)
    {
        if (LinesApi.Find(caller, Permission.ChangeRented, id) is not { } line) return ApiProblem.NotFound;
        // What it costs otherwise than by the rules is a price, which is for those who keep the contract.
        var edits = line.IsWithin(caller.Reach(Permission.EditContracts));
        if ((body.HandlingFee is not null || body.BookValue is not null) && !edits) return ApiProblem.NotAllowed;
        var fee = body.HandlingFee ?? DatedEdition.InForce(caller.Database, body.On)?.Content.Rules.LossFee ?? Money.Zero;
        var value = body.BookValue ?? (edits ? null : BooksValue(caller, line, body.On));
        return Change(caller, Permission.ChangeRented, id, name => LoseAsset.Run(caller.Acting, name, body.On, fee, value, AssetsApi.Some(body.Reason)));
    }

    // Who decides on no price takes what the books say, where the line has no calculation of its own.
    private static Money? BooksValue(Caller caller, LineDetails line, DateOnly on)
    {
        var isCalculated = line.Known?.Segments.Any(segment => segment.Period.Contains(on) && segment.Price.Components.Any(part => part is CapitalComponent)) == true;
        return !isCalculated && line.Stretches.LastOrDefault(stretch => stretch.Contains(on))?.AssetId is { } asset ? AssetWorth.On(caller.Database, asset, on) : null;
    }

    // A line of which a part belongs to others is not changed by who sees only the rest of it.
    private static Answer<LineChangedView> Change(Caller caller, Permission permission, long id, Func<LineName, Outcome<LineChanged>> verb)
    {
        if (LinesApi.Find(caller, permission, id) is not { } line) return ApiProblem.NotFound;
        if (line.Known is null) return ApiProblem.NotAllowed;
        return caller.SeenVersion is var seen && seen <= int.MaxValue ? View(verb(new LineName(line.Code, (int)seen))) : ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "if_match_unknown");
    }

    private static Answer<LineChangedView> View(Outcome<LineChanged> outcome) => outcome.TryGet(out var changed, out var refusal)
        ? Answer<LineChangedView>.Of(new LineChangedView(changed.LineCode, changed.Version, changed.ChangeSet), changed.Version)
        : Answer<LineChangedView>.Of(refusal);

    private static ApiProblem NoTerms { get; } = ApiProblem.Field("rent", "Either monthly_rate or calculated.");

    private static RentTerms? Terms(RentAsked asked, DateOnly from) => asked switch
    {
        { MonthlyRate: { } rate, Calculated: null } => new FixedRent(rate),
        { MonthlyRate: null, Calculated: { } calculated } => new CalculatedRent(new PriceRequest(
            calculated.Method, calculated.PurchasePrice, calculated.Residual ?? Money.Zero, calculated.TermMonths, calculated.Support ?? Money.Zero,
            [.. (calculated.Surcharges ?? []).Select(one => new Surcharge(one.Name, one.MonthlyRate))], calculated.Start ?? from)),
        _ => null,
    };
}
