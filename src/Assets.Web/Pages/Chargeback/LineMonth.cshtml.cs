using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>What a contract line was charged in a month, beside the month before; each charge leads to its explanation.</summary>
[Needs(Permission.ViewContracts, Permission.ViewOwnCosts, Permission.ViewMonths)]
public sealed class LineMonthModel(Database database) : PageModel
{
    public long LineId { get; private set; }

    public string Code { get; private set; } = "";

    public IReadOnlyList<(BillingMonth Month, IReadOnlyList<LineCharge> Charges)> Months { get; private set; } = [];

    public IActionResult OnGet(long id, string month)
    {
        if (!BillingMonth.TryParse(month, out var which)) return NotFound();
        var charges = LineCharges.Read(database, id, which, HttpContext.Viewer().SeesChargesOf);
        if (charges.Count == 0) return NotFound();
        LineId = id;
        Code = charges[0].Charge.LineCode;
        Months = [.. new[] { which, which.Previous }.Select(m => (m, (IReadOnlyList<LineCharge>)[.. charges.Where(row => row.Charge.Month == m)]))];
        return Page();
    }
}
