using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The findings of one code in one month, each with a link to what it is about.</summary>
[Needs(Permission.ViewMonths)]
public sealed class FindingsModel(Database database, Formats formats) : PageModel
{
    /// <summary>More than anyone reads; the whole is in the month's files.</summary>
    public const int Shown = 500;

    public BillingMonth Month { get; private set; }

    public string Code { get; private set; } = "";

    public IReadOnlyList<MonthFinding> Findings { get; private set; } = [];

    public IActionResult OnGet(string month, string code)
    {
        // Findings are not divided by customer: they are for those who see the whole month.
        if (!HttpContext.Viewer().Reach(Permission.ViewMonths).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var parsed)) return NotFound();
        Month = parsed;
        Code = code;
        Findings = MonthFindings.Read(database, Month, formats.Today, code, Shown);
        return Findings.Count == 0 ? NotFound() : Page();
    }
}
