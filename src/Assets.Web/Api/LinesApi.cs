using Assets.Core.Access;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Web.Pages.Rentals;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assets.Web.Api;

/// <param name="Priced">The timeline with its prices; none where a part of it lies outside the reach.</param>
public sealed record LineView(
    long Id, string Code, string ContractNumber, string Customer, IReadOnlyList<LineStretch> Stretches, IReadOnlyList<PricedStretch>? Priced, IReadOnlyList<OneOff>? OneOffs,
    IReadOnlyList<MonthAmount> Months, int Version);

/// <param name="Until">The first day not charged; none until further notice.</param>
public sealed record PricedStretch(DateOnly From, DateOnly? Until, string UnitCode, string CostCode, string? AssetTag, string Service, int Quantity, IReadOnlyList<PricePart> Components);

/// <param name="MonthlyRate">Of a fixed amount; a calculated one has method, capital and term.</param>
public sealed record PricePart(
    string Name, Money? MonthlyRate, Method? Method = null, Money? PurchasePrice = null, Money? Residual = null, int? TermMonths = null, decimal? InterestPercent = null, DateOnly? Start = null);

/// <param name="Pair">Of a correction: all that was posted in the same month for the same line, component and corrected month.</param>
public sealed record ExplanationView(
    string Id, Charge Charge, ExplainedPlace Place, ExplainedMonth Month, VersionView Version, ExplainedPrice Price, ExplainedAmount Amount, string? Reverses, IReadOnlyList<Charge> Pair);

/// <summary>The version of the contract line that a charge was rated from, and who made it so.</summary>
public sealed record VersionView(
    int Number, long ChangeSet, DateTimeOffset RecordedAt, string Actor, string Verb, string? Reason, string? Source, IReadOnlyList<PricedStretch> Stretches);

/// <summary>Contract lines as they are, and where each amount comes from.</summary>
internal static class LinesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/contract-lines", List).WithSummary("Contract lines by code, or in another order");
        api.MapGet("/contract-lines/{id:long}", Get).WithSummary("One contract line with its timeline and price");
        api.MapGet("/contract-lines/{id:long}/history", History).WithSummary("Who changed what of a contract line, when and why; the newest first");
        api.MapGet("/charges/{id}/explanation", Explain).WithSummary("Where a charge comes from, to the öre");
        api.MapGet("/interest-rates", Interest).WithSummary("The internal interest, by the day from which it holds");
    }

    public static LineDetails? Find(Caller caller, Permission permission, long id) => LineDetails.Read(caller.Database, caller.Reach(permission), id);

    public static Answer<LineView> View(LineDetails line) => Answer<LineView>.Of(
        new LineView(
            line.Id, line.Code, line.ContractNumber, line.Customer, line.Stretches, line.Known?.Segments.AsSpan().ToArray().Select(Priced).ToList(), line.Known?.OneOffs.AsSpan().ToArray(), line.Costs, line.Version),
        line.Version);

    [Needs(Permission.ViewContracts)]
    private static Answer<Listed<LineListItem>> List(
        Caller caller, LineList lines, string? q, string? unit, string? customer, [FromQuery(Name = "cost_code")] string? costCode, [FromQuery(Name = "ends_before")] DateOnly? endsBefore,
        bool? current, LineRunsWord? runs, string? sort, string? cursor, int? limit)
    {
        if (!Paging.TryPlace(cursor, out var place)) return Paging.BadCursor;
        if (!LineAddress.TrySort(sort, out var order, out var descending)) return ApiProblem.Field("sort", "One of line, payer, start, end, rent; a minus before it turns it round.");
        var at = LineCursor.Parse(place, order, backward: false);
        if (place is not null && at is null) return Paging.BadCursor;
        var asked = new LineSelection(q, unit, customer, costCode, endsBefore, current switch { true => LineRuns.Now, false => LineRuns.NotNow, null => runs?.Value });
        var page = lines.Read(caller.Reach(Permission.ViewContracts), asked.Query with { Sort = order, Descending = descending, Cursor = at, PageSize = Paging.Size(limit) });
        return new Listed<LineListItem>(page.Items, Paging.Cursor(page.Next?.ToString()));
    }

    [Needs(Permission.ViewContracts)]
    private static Answer<LineView> Get(Caller caller, long id) => Find(caller, Permission.ViewContracts, id) is { } line ? View(line) : ApiProblem.NotFound;

    [Needs(Permission.ViewContracts)]
    private static Answer<Listed<HistoryEntry>> History(Caller caller, long id)
    {
        if (Find(caller, Permission.ViewContracts, id) is not { } line) return ApiProblem.NotFound;
        return caller.MayEverywhere(Permission.ViewContracts) || caller.MayEverywhere(Permission.ViewAudit) ? new Listed<HistoryEntry>([.. line.History.NewestFirst]) : ApiProblem.NotAllowed;
    }

    // A charge names the whole line, with all who ever paid for it: it is explained to those who see every unit's month.
    [Needs(Permission.ViewMonths)]
    private static Answer<ExplanationView> Explain(Caller caller, string id)
    {
        if (!caller.MayEverywhere(Permission.ViewMonths)) return ApiProblem.NotAllowed;
        if (!ExplainCharge.Run(caller.Acting, id).TryGet(out var charge, out _)) return ApiProblem.NotFound;
        var version = charge.Version;
        return new ExplanationView(
            charge.Id, charge.Charge, charge.Place, charge.Month,
            new VersionView(version.Number, version.ChangeSet, version.RecordedAt, version.Actor, version.Verb, version.Reason, version.Source, [.. version.Line.Segments.AsSpan().ToArray().Select(Priced)]),
            charge.Price, charge.Amount, charge.Reverses, charge.Pair);
    }

    [Needs(Permission.ViewMonths)]
    private static Answer<Listed<InterestRow>> Interest(Caller caller) => new Listed<InterestRow>(InterestRates.Read(caller.Database));

    private static PricedStretch Priced(Segment segment) => new(
        segment.Period.From, segment.Period.Until, segment.UnitCode, segment.CostCode, segment.AssetTag, segment.Service, segment.Quantity,
        [.. segment.Price.Components.AsSpan().ToArray().Select(Part)]);

    private static PricePart Part(Component component) => component switch
    {
        FlatComponent flat => new PricePart(flat.Name, flat.MonthlyRate),
        CapitalComponent capital => new PricePart(capital.Name, null, capital.Method, capital.PurchasePrice, capital.Residual, capital.TermMonths, capital.InterestPercent, capital.Start),
        _ => throw new ArgumentOutOfRangeException(nameof(component)),
    };
}
