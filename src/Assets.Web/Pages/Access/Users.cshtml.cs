using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Access;

/// <summary>Accounts and roles: who may do what, and where.</summary>
[Needs(Permission.ViewUsers)]
public sealed class UsersModel(Installation installation, Words words) : PageModel
{
    private const int PageSize = 50;

    private const int LongestTerm = 100;

    public IReadOnlyList<PersonListItem> Persons { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    /// <summary>The account after which this page begins; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    // Who appoints in a part of the organisation could appoint himself to the whole.
    internal static bool May(Viewer viewer) => viewer.Reach(Permission.ManageUsers).IsEverywhere;

    internal static bool Sees(Viewer viewer) => viewer.Reach(Permission.ViewUsers).IsEverywhere;

    public bool MayAppoint => May(HttpContext.Viewer());

    public IActionResult OnGet()
    {
        if (!Sees(HttpContext.Viewer())) return StatusCode(StatusCodes.Status403Forbidden);
        var term = Term?.Trim() ?? "";
        var found = People.Read(installation.Database, installation.Clock.GetUtcNow(), term.Length > LongestTerm ? term[..LongestTerm] : term, string.IsNullOrEmpty(After) ? null : After, PageSize + 1);
        Persons = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Persons[^1].Account;
        return Page();
    }

    public IActionResult OnPostAdd(string? account, string? name, string? language, string? email)
    {
        var viewer = HttpContext.Viewer();
        if (!May(viewer)) return StatusCode(StatusCodes.Status403Forbidden);
        if (AppointPerson.Add(installation with { Actor = viewer.Account }, account ?? "", name ?? "", Languages.Checked(language), email).TryGet(out var added, out var refusal))
        {
            TempData["Message"] = words.Of("users.password", added.Account, added.Password);
            return RedirectToPage("Person", new { id = added.Id });
        }
        TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { q = Term, after = After });
    }

    public string Address(string? after) => AddressOf("/users", Term, after);

    /// <summary>Keeps the place in the list, so that who looks after one person comes back to it.</summary>
    public static string AddressOf(string path, string? term, string? after) =>
        QueryHelpers.AddQueryString(path, new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = term, ["after"] = after }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
