using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Ordering;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;
using Assets.Web.Security;
using StandIn = Assets.Operations.Ordering.Delegate;

namespace Assets.Web.Api;

/// <param name="Room">None: the whole site.</param>
public sealed record AuditNew(string SiteCode, string? Room = null);

public sealed record AuditScans(IReadOnlyList<string> Scanned);

public sealed record AuditDecisions(IReadOnlyList<AuditDecision> Decisions);

public sealed record DelegationsView(IReadOnlyList<DelegationItem> Own, IReadOnlyList<DelegationItem> Others);

public sealed record DelegationNew(string Account, DateOnly From, DateOnly LastDay, string? Reason = null);

/// <summary>Audits of rooms by scanning; and a budget holder's stand-ins.</summary>
internal static class AuditsApi
{
    private const int MostScans = 5_000;

    public static void Map(IEndpointRouteBuilder audits, IEndpointRouteBuilder delegations)
    {
        audits.MapGet("/audits", List).WithSummary("Audits; the newest first");
        audits.MapGet("/audits/{id:int}", Get).WithSummary("What was found of what should be there");
        audits.MapPost("/audits", Start).WithSummary("Begins an audit of a site or a room");
        audits.MapPost("/audits/{id:int}/scans", Scan).WithSummary("Adds tags and serials that were scanned");
        audits.MapPost("/audits/{id:int}/settle", Settle).WithSummary("Ends the audit, with what is done about each difference");
        delegations.MapGet("/delegations", Delegations).WithSummary("Who stands in for the caller, and for whom the caller does");
        delegations.MapPost("/delegations", Delegate).WithSummary("Names a stand-in for some days");
        delegations.MapDelete("/delegations/{id:int}", End).WithSummary("Ends a stand-in's time");
    }

    [Needs(Permission.ViewStocktakes)]
    private static Answer<Listed<AuditHead>> List(Caller caller, string? cursor, int? limit)
    {
        if (!Sees(caller)) return ApiProblem.NotAllowed;
        if (!Paging.TryNumber(cursor, out var before)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        return Paging.Page(AuditDetails.List(caller.Database, size + 1, before), size, audit => Paging.Number(audit.Id));
    }

    [Needs(Permission.ViewStocktakes)]
    private static Answer<AuditDetails> Get(Caller caller, int id) => !Sees(caller) ? ApiProblem.NotAllowed : AuditDetails.Read(caller.Database, id, caller.Today) is { } audit ? audit : ApiProblem.NotFound;

    [Needs(Permission.EditRegister)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<AuditStarted> Start(Caller caller, AuditNew body) => Act(caller, () => StartAudit.Run(caller.Acting, body.SiteCode, AssetsApi.Some(body.Room)));

    [Needs(Permission.EditRegister)]
    private static Answer<AuditScanned> Scan(Caller caller, int id, AuditScans body) => body.Scanned.Count > MostScans
        ? ApiProblem.Field("scanned", $"At most {MostScans} at a time.")
        : Act(caller, () => ScanAudit.Run(caller.Acting, id, body.Scanned.ToList()));

    [Needs(Permission.EditRegister)]
    private static Answer<AuditHasSettled> Settle(Caller caller, int id, AuditDecisions body) => Act(caller, () => SettleAudit.Run(caller.Acting, id, body.Decisions));

    [Needs(Permission.ApproveOrders)]
    private static Answer<DelegationsView> Delegations(Caller caller) => new DelegationsView(
        Data.Ordering.Delegations.Of(caller.Database, caller.Viewer.Id, caller.Today), Data.Ordering.Delegations.For(caller.Database, caller.Viewer.Id, caller.Today));

    // A stand-in approves all that the owner does: a token for a part of it must not name one.
    [Needs(Permission.ApproveOrders)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<Delegated> Delegate(Caller caller, DelegationNew body) =>
        caller.Viewer.IsNarrowedTo is null ? StandIn.Run(caller.Acting, body.Account, body.From, body.LastDay, body.Reason) : ApiProblem.NotAllowed;

    [Needs(Permission.ApproveOrders)]
    private static Answer<Delegated> End(Caller caller, int id)
    {
        var outcome = StandIn.End(caller.Acting, id);
        return outcome.Refusal?.Code == OrderRefusals.UnknownDelegation ? ApiProblem.NotFound : outcome;
    }

    private static Answer<T> Act<T>(Caller caller, Func<Outcome<T>> verb)
        where T : class
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        var outcome = verb();
        return outcome.Refusal?.Code == AuditRefusals.UnknownAudit ? ApiProblem.NotFound : outcome;
    }

    private static bool Sees(Caller caller) => caller.MayEverywhere(Permission.ViewStocktakes);

    private static bool May(Caller caller) => caller.MayEverywhere(Permission.EditRegister);
}
