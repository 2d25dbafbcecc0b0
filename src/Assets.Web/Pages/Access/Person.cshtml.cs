using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Pages.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verbs = Assets.Operations.Ordering;

namespace Assets.Web.Pages.Access;

/// <summary>One account: its address and roles, and what its owner cannot mend alone.</summary>
[Needs(Permission.ViewUsers)]
public sealed class PersonModel(Installation installation, Words words) : PageModel
{
    public PersonListItem Person { get; private set; } = null!;

    /// <summary>What was looked for in the list from which one came.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    /// <summary>The account after which that list began.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Where a role may be given.</summary>
    public IReadOnlyList<NamedCode> Units { get; private set; } = [];

    /// <summary>Who approves in the person's place; none where the person holds no budget.</summary>
    public IReadOnlyList<DelegationItem>? StandIns { get; private set; }

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public bool MayAppoint => UsersModel.May(HttpContext.Viewer());

    public IActionResult OnGet(int id)
    {
        if (!UsersModel.Sees(HttpContext.Viewer())) return StatusCode(StatusCodes.Status403Forbidden);
        if (People.Find(installation.Database, installation.Clock.GetUtcNow(), id) is not { } person) return NotFound();
        Person = person;
        if (MayAppoint) Units = NamedPlaces.UnitsOn(installation.Database, installation.Today);
        if (person.Roles.Any(given => Grants.Allows(given.Role, Permission.ApproveOrders))) StandIns = Delegations.Of(installation.Database, id, installation.Today);
        return Page();
    }

    public IActionResult OnPostAddress(int id, string? email) => Act(() => AppointPerson.SetAddress(Acting, id, email));

    public IActionResult OnPostFactor(int id) => Act(() => AppointPerson.ResetSecondFactor(Acting, id));

    public IActionResult OnPostReset(int id) => Act(() => AppointPerson.ResetPassword(Acting, id));

    public IActionResult OnPostLock(int id) => Act(() => AppointPerson.Lock(Acting, id, locked: true));

    public IActionResult OnPostUnlock(int id) => Act(() => AppointPerson.Lock(Acting, id, locked: false));

    public IActionResult OnPostGive(int id, string? role, string? organisation, int? limit) => Roles.Vocabulary.TryParse(role ?? "", out var given)
        ? Act(() => AppointPerson.Give(Acting, id, given, UnitChoice.Code(NamedPlaces.UnitsOn(installation.Database, installation.Today), organisation), limit is > 0 && given == Role.BudgetHolder ? Money.FromOre(limit.Value * 100L) : null))
        : NotFound();

    public IActionResult OnPostTake(int id, int grant) => Act(() => AppointPerson.Take(Acting, id, grant));

    public IActionResult OnPostStandIn(int id, string? account, string? from, string? lastDay, string? reason) => Act(
        () => DelegationsModel.Day(from) is { } first && DelegationsModel.Day(lastDay) is { } last
            ? Verbs.Delegate.Run(Acting, account ?? "", first, last, reason, inPlaceOf: id)
            : new Refusal(Verbs.OrderRefusals.NoDays, ""),
        "delegations.added");

    public IActionResult OnPostEndStandIn(int delegation) => Act(() => Verbs.Delegate.End(Acting, delegation), "delegations.ended");

    private IActionResult Act(Func<Outcome<Verbs.Delegated>> verb, string done)
    {
        if (!UsersModel.May(HttpContext.Viewer())) return StatusCode(StatusCodes.Status403Forbidden);
        this.Tell(words, verb(), words[done]);
        return RedirectToPage(new { q = Term, after = After });
    }

    private IActionResult Act(Func<Outcome<PersonChanged>> verb)
    {
        if (!UsersModel.May(HttpContext.Viewer())) return StatusCode(StatusCodes.Status403Forbidden);
        if (verb().TryGet(out var changed, out var refusal)) TempData["Message"] = changed.Password is null ? words.Of("users.changed", changed.Account) : words.Of("users.password", changed.Account, changed.Password);
        else if (refusal.Code == PersonRefusals.UnknownPerson) return NotFound();
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { q = Term, after = After });
    }
}
