using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Assets.Web.Pages.Ordering;

/// <summary>
/// Where the code on a delivery note leads: for whoever holds the paper, without an account. It says no more than stands on the paper,
/// and confirms only when the button is pressed, since programs that look through mails and pictures follow links by themselves.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Slowly.Policy)]
public sealed class ConfirmModel(Installation installation, Formats formats) : PageModel
{
    /// <summary>None where the link is none of ours, or was replaced by a later one.</summary>
    public LinkedDelivery? Delivery { get; private set; }

    public IActionResult OnGet(string token)
    {
        Find(token);
        return Page();
    }

    public IActionResult OnPost(string token)
    {
        Find(token);
        // Unknown and expired are shown by the page as it stands; there is nothing to add.
        if (Delivery is { IsExpired: false }) _ = ConfirmDelivery.ByLink(installation with { Actor = "confirmation-link" }, token);
        return Redirect("/confirm/" + Uri.EscapeDataString(token));
    }

    private void Find(string token)
    {
        Delivery = LinkedDelivery.Find(installation.Database, ConfirmationToken.Hash(token), installation.Clock.GetUtcNow(), formats.Today);
        if (Delivery is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
