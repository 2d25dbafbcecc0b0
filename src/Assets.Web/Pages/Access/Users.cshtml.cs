using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Access;

/// <summary>Accounts and roles: who may do what, and where.</summary>
[Needs(Permission.ManageUsers)]
public sealed class UsersModel(Installation installation, Words words) : PageModel
{
    private const int PageSize = 25; // each row holds several forms

    private const int LongestTerm = 100;

    public IReadOnlyList<PersonListItem> Persons { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    /// <summary>The account after which this page begins; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    /// <summary>Where a role may be given.</summary>
    public IReadOnlyList<NamedCode> Units { get; private set; } = [];

    // Who appoints in a part of the organisation could appoint himself to the whole.
    private bool May => HttpContext.Viewer().Reach(Permission.ManageUsers).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var term = Term?.Trim() ?? "";
        var found = People.Read(installation.Database, installation.Clock.GetUtcNow(), term.Length > LongestTerm ? term[..LongestTerm] : term, string.IsNullOrEmpty(After) ? null : After, PageSize + 1);
        Persons = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Persons[^1].Account;
        Units = NamedPlaces.UnitsOn(installation.Database, installation.Today);
        return Page();
    }

    public IActionResult OnPostAdd(string? account, string? name, string? language, string? email) =>
        Act(() => AppointPerson.Add(Acting, account ?? "", name ?? "", Languages.Checked(language), email));

    public IActionResult OnPostAddress(int id, string? email) => Act(() => AppointPerson.SetAddress(Acting, id, email));

    public IActionResult OnPostFactor(int id) => Act(() => AppointPerson.ResetSecondFactor(Acting, id));

    public IActionResult OnPostReset(int id) => Act(() => AppointPerson.ResetPassword(Acting, id));

    public IActionResult OnPostLock(int id) => Act(() => AppointPerson.Lock(Acting, id, locked: true));

    public IActionResult OnPostUnlock(int id) => Act(() => AppointPerson.Lock(Acting, id, locked: false));

    public IActionResult OnPostGive(int id, string? role, string? organisation, int? limit) => Roles.Vocabulary.TryParse(role ?? "", out var given)
        ? Act(() => AppointPerson.Give(Acting, id, given, UnitChoice.Code(NamedPlaces.UnitsOn(installation.Database, installation.Today), organisation), limit is > 0 && given == Role.BudgetHolder ? Money.FromOre(limit.Value * 100L) : null))
        : NotFound();

    public IActionResult OnPostTake(int id, int grant) => Act(() => AppointPerson.Take(Acting, id, grant));

    public string Address(string? after) => QueryHelpers.AddQueryString("/users", new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Term, ["after"] = after }.Where(part => !string.IsNullOrEmpty(part.Value)));

    private IActionResult Act(Func<Outcome<PersonChanged>> verb)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (verb().TryGet(out var changed, out var refusal)) TempData["Message"] = changed.Password is null ? words.Of("users.changed", changed.Account) : words.Of("users.password", changed.Account, changed.Password);
        else TempData["Refusal"] = words.Of($"refusal.{refusal.Code}", refusal.Detail);
        return RedirectToPage(new { q = Term, after = After });
    }
}
