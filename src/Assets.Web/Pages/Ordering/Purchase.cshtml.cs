using Assets.Core.Access;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>One purchase: what was ordered, what has come, and the way to receive the rest.</summary>
[Needs(Permission.ViewPurchases, Everywhere = true)]
public sealed class PurchaseModel(Installation installation, Words words) : PageModel
{
    public PurchaseDetails Purchase { get; private set; } = null!;

    public bool MayBuy => HttpContext.Viewer().Reach(Permission.Purchase).IsEverywhere;

    public IActionResult OnGet(string number)
    {
        if (PurchaseDetails.Read(installation.Database, number) is not { } purchase) return NotFound();
        Purchase = purchase;
        return Page();
    }

    public IActionResult OnPostClose(string number, string? reason)
    {
        if (!MayBuy) return StatusCode(StatusCodes.Status403Forbidden);
        if (ClosePurchase.Run(installation with { Actor = HttpContext.Viewer().Account }, number, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()).TryGet(out var closed, out var refusal))
            TempData["Message"] = words.Of("purchase.hasClosed", closed.Number);
        else
            TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { number });
    }
}
