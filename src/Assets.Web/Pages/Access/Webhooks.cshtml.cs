using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Messages;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Messages;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

/// <summary>Addresses that are told of what happens: added, watched, told again.</summary>
[Needs(Permission.ManageSettings)]
public sealed class WebhooksModel(Installation installation, TellWebhooks teller, Words words) : PageModel
{
    public static IReadOnlyList<Subject> Choices { get; } = Enum.GetValues<Subject>();

    public IReadOnlyList<Webhook> Hooks { get; private set; } = [];

    public IReadOnlyList<WebhookDelivery> Deliveries { get; private set; } = [];

    /// <summary>The webhook that was just added, with the secret that is shown here and nowhere again.</summary>
    public WebhookAdded? Added { get; private set; }

    // What is told concerns every unit.
    private bool May => HttpContext.Viewer().Reach(Permission.ManageSettings).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Load();
        return Page();
    }

    public IActionResult OnPost(string? name, string? address, string[]? subject)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var chosen = Choices.Where(choice => subject?.Contains(Webhooks.Word(choice)) == true).ToList();
        if (!AddWebhook.Run(Acting, new WebhookRequest(name ?? "", address ?? "", chosen.Count == 0 ? null : chosen)).TryGet(out var added, out var refusal))
        {
            TempData["Refusal"] = words.Refused(refusal);
            return RedirectToPage();
        }
        Added = added;
        Load();
        return Page();
    }

    public IActionResult OnPostRemove(int id) => Keep(() => KeepWebhook.Remove(Acting, id), kept => words.Of("webhooks.removed", kept.Name));

    public IActionResult OnPostEnable(int id) => Keep(() => KeepWebhook.Enable(Acting, id), kept => words.Of("webhooks.enabled", kept.Name));

    public async Task<IActionResult> OnPostAgainAsync(int id, string? message)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (!(await teller.Again(id, message ?? "", HttpContext.RequestAborted)).TryGet(out var delivery, out _)) return NotFound();
        if (delivery.IsTaken) TempData["Message"] = words["webhooks.sentAgain"];
        else TempData["Refusal"] = words.Of("webhooks.notTaken", delivery.Status is { } status ? $"{status}" : delivery.Error);
        return RedirectToPage();
    }

    private IActionResult Keep(Func<Outcome<WebhookKept>> verb, Func<WebhookKept, string> done)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (!verb().TryGet(out var kept, out _)) return NotFound();
        TempData["Message"] = done(kept);
        return RedirectToPage();
    }

    private void Load()
    {
        Hooks = Webhooks.Read(installation.Database);
        Deliveries = Webhooks.Deliveries(installation.Database, null);
    }
}
