using Assets.Core.Access;
using Assets.Data.Rentals;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Rentals;

[Needs(Permission.ViewContracts)]
public sealed class ContractsModel(LineList lines) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary><c>now</c>, <c>not</c>, or both.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Runs { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public LineListPage List { get; private set; } = new([], null, null);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term) || !string.IsNullOrEmpty(Unit) || !string.IsNullOrEmpty(Runs);

    public void OnGet() => List = lines.Read(HttpContext.Viewer().Reach(Permission.ViewContracts), new LineQuery(
        Term?.Trim() ?? "",
        string.IsNullOrWhiteSpace(Unit) ? null : Unit,
        Runs switch { "now" => true, "not" => false, _ => null },
        string.IsNullOrEmpty(After) ? null : After,
        string.IsNullOrEmpty(Before) ? null : Before));

    public string Address(string name, string? value)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Term, ["unit"] = Unit, ["runs"] = Runs, [name] = value };
        return QueryHelpers.AddQueryString("/contracts", parts.Where(p => !string.IsNullOrEmpty(p.Value)));
    }
}
