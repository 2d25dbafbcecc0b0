using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Ordering;
using Assets.Operations.Access;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using StandIn = Assets.Operations.Ordering.Delegate;

namespace Assets.Web.Api;

public sealed record PersonAddress(string Email);

public sealed record PersonNew(string Account, string Name, string Language = "sv");

/// <param name="Organisation">The code of the top of what the role is for; none: everywhere.</param>
/// <param name="Limit">Of a budget holder: the most that an order may cost a month.</param>
public sealed record RoleGiven(Role Role, string? Organisation = null, Money? Limit = null);

/// <summary>Accounts, roles and the acts of the audit trail. Who appoints in a part of the organisation could appoint himself to the whole: only the whole will do.</summary>
internal static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/users", List).WithSummary("Accounts with their roles");
        api.MapPost("/users", Add).WithSummary("A new account; its first password is told once");
        api.MapPost("/users/{id:int}/reset-password", Reset).WithSummary("A new password, told once");
        api.MapPut("/users/{id:int}/email", Address).WithSummary("Where mail for this person goes; an empty text: nowhere");
        api.MapPost("/users/{id:int}/reset-second-factor", Factor).WithSummary("Takes app, recovery codes and passkeys away, when they are lost");
        api.MapPost("/users/{id:int}/lock", Lock).WithSummary("Locks the account; its tokens are dead at once");
        api.MapPost("/users/{id:int}/unlock", Unlock).WithSummary("Unlocks the account");
        api.MapPost("/users/{id:int}/roles", Give).WithSummary("Gives a role");
        api.MapDelete("/users/{id:int}/roles/{grant:int}", Take).WithSummary("Takes a role away");
        api.MapGet("/users/{id:int}/delegations", StandIns).WithSummary("Who approves orders in this person's place");
        api.MapPost("/users/{id:int}/delegations", NameStandIn).WithSummary("Names a stand-in for this person for some days");
        api.MapDelete("/users/{id:int}/delegations/{delegation:int}", EndStandIn).WithSummary("Ends a stand-in's time");
        api.MapGet("/acts", Acts).WithSummary("Who did what, when and why; the newest first");
    }

    [Needs(Permission.ViewUsers)]
    private static Answer<Listed<PersonListItem>> List(Caller caller, string? q, string? cursor, int? limit)
    {
        if (!caller.MayEverywhere(Permission.ViewUsers)) return ApiProblem.NotAllowed;
        if (!Paging.TryPlace(cursor, out var after)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        var found = People.Read(caller.Database, caller.Now, AssetsApi.Short(q), after, size + 1);
        return Paging.Page(found, size, person => person.Account);
    }

    [Needs(Permission.ManageUsers)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<PersonChanged> Add(Caller caller, PersonNew body) => Act(caller, () => AppointPerson.Add(caller.Acting, body.Account, body.Name, Languages.Checked(body.Language)));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Reset(Caller caller, int id) => Act(caller, () => AppointPerson.ResetPassword(caller.Acting, id));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Address(Caller caller, int id, PersonAddress body) => Act(caller, () => AppointPerson.SetAddress(caller.Acting, id, body.Email));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Factor(Caller caller, int id) => Act(caller, () => AppointPerson.ResetSecondFactor(caller.Acting, id));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Lock(Caller caller, int id) => Act(caller, () => AppointPerson.Lock(caller.Acting, id, locked: true));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Unlock(Caller caller, int id) => Act(caller, () => AppointPerson.Lock(caller.Acting, id, locked: false));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Give(Caller caller, int id, RoleGiven body) =>
        Act(caller, () => AppointPerson.Give(caller.Acting, id, body.Role, body.Organisation, body.Role == Role.BudgetHolder ? body.Limit : null));

    [Needs(Permission.ManageUsers)]
    private static Answer<PersonChanged> Take(Caller caller, int id, int grant) => Act(caller, () => AppointPerson.Take(caller.Acting, id, grant));

    [Needs(Permission.ManageUsers)]
    private static Answer<Listed<DelegationItem>> StandIns(Caller caller, int id)
    {
        if (!caller.MayEverywhere(Permission.ManageUsers)) return ApiProblem.NotAllowed;
        return People.Find(caller.Database, caller.Now, id) is null ? ApiProblem.NotFound : new Listed<DelegationItem>(Delegations.Of(caller.Database, id, caller.Today));
    }

    [Needs(Permission.ManageUsers)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<Delegated> NameStandIn(Caller caller, int id, DelegationNew body) =>
        caller.MayEverywhere(Permission.ManageUsers) ? StandIn.Run(caller.Acting, body.Account, body.From, body.LastDay, body.Reason, inPlaceOf: id) : ApiProblem.NotAllowed;

    [Needs(Permission.ManageUsers)]
    private static Answer<Delegated> EndStandIn(Caller caller, int id, int delegation)
    {
        if (!caller.MayEverywhere(Permission.ManageUsers)) return ApiProblem.NotAllowed;
        return Delegations.Of(caller.Database, id, caller.Today).Any(one => one.Id == delegation) ? StandIn.End(caller.Acting, delegation) : ApiProblem.NotFound;
    }

    [Needs(Permission.ViewAudit)]
    private static Answer<Listed<AuditedAct>> Acts(Caller caller, string? actor, string? verb, DateOnly? day, string? cursor, int? limit)
    {
        if (!caller.MayEverywhere(Permission.ViewAudit)) return ApiProblem.NotAllowed;
        if (!Paging.TryNumber(cursor, out var before)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        var acts = AuditTrail.Read(caller.Database, new AuditQuery(AssetsApi.Some(actor), AssetsApi.Some(verb), day, before), caller.Clock.LocalTimeZone, size);
        return Paging.Page(acts, size, act => Paging.Number(act.Id));
    }

    private static Answer<PersonChanged> Act(Caller caller, Func<Outcome<PersonChanged>> verb)
    {
        if (!caller.MayEverywhere(Permission.ManageUsers)) return ApiProblem.NotAllowed;
        var outcome = verb();
        return outcome.Refusal?.Code == PersonRefusals.UnknownPerson ? ApiProblem.NotFound : outcome;
    }
}
