using System.Text.Json;
using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Data.Access;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>
/// The delivery note (<c>följesedel</c>): what came with each workplace, on paper with a code by which the recipient confirms, and on
/// the screen with a button for those who have an account. The mail that tells of a delivery leads here.
/// </summary>
[Needs]
public sealed class NoteModel(Installation installation, Words words, Formats formats) : PageModel
{
    private Dictionary<int, string> links = [];

    public OrderBench Order { get; private set; } = null!;

    /// <summary>What has been delivered and is for the reader's eyes (a recipient's own, where he sees the order by nothing else), with its add-ons and, right after it was issued, the link.</summary>
    public IReadOnlyList<(BenchLine Line, IReadOnlyList<BenchLine> AddOns, ConfirmationLink? Link)> Slips =>
    [
        .. Order.Lines.Where(line => line is { DeliveredOn: not null, PartOf: null, Kind: not OrderLineKind.Return } && (SeesAll || IsRecipient(line))).Select(line => (
            line, (IReadOnlyList<BenchLine>)[.. Order.Lines.Where(one => one.PartOf == line.Number && one.DeliveredOn is not null)],
            links.TryGetValue(line.Number, out var token) ? ConfirmationLink.Of(ConfirmationLink.Root(installation, $"{Request.Scheme}://{Request.Host}"), token) : null)),
    ];

    public bool MayIssue => Viewer.Reach(Permission.FulfilOrders).Covers(Order.UnitId);

    public bool MayConfirm => Order.Lines.Any(line => line is { DeliveredOn: not null, ConfirmedAt: null } && (Order.OrdererId == Viewer.Id || IsRecipient(line)));

    private Viewer Viewer => HttpContext.Viewer();

    public IActionResult OnGet(string number)
    {
        if (!Load(number)) return NotFound();
        if (TempData["Links"] is string issued) links = JsonSerializer.Deserialize<Dictionary<int, string>>(issued) ?? [];
        return Page();
    }

    public IActionResult OnPostConfirm(string number)
    {
        if (!Load(number)) return NotFound();
        this.Tell(words, ConfirmDelivery.Run(installation with { Actor = Viewer.Account }, Order.Number), words["note.hasConfirmed"]);
        return Back();
    }

    public IActionResult OnPostLink(string number, int line)
    {
        if (!Load(number)) return NotFound();
        if (!MayIssue) return StatusCode(StatusCodes.Status403Forbidden);
        if (IssueConfirmation.Run(installation with { Actor = Viewer.Account }, Order.Number, line).TryGet(out var issued, out var refusal))
            TempData["Links"] = JsonSerializer.Serialize(new Dictionary<int, string> { [issued.Line] = issued.Token });
        else TempData["Refusal"] = words.Refused(refusal);
        return Back();
    }

    private RedirectResult Back() => Redirect($"/orders/{Order.Number}/note");

    // Whoever sees the order sees its note; a recipient sees it too, who has no other right to the order.
    private bool Load(string number)
    {
        if (OrderBench.Read(installation.Database, Reach.Everywhere, formats.Today, number, offers: false) is not { } order) return false;
        Order = order;
        return SeesAll || order.Lines.Any(IsRecipient);
    }

    private bool SeesAll => Order.OrdererId == Viewer.Id || MayIssue || Viewer.Reach(Permission.ViewOrders).Covers(Order.UnitId);

    private bool IsRecipient(BenchLine line) => string.Equals(line.RecipientAccount?.Trim(), Viewer.Account, StringComparison.OrdinalIgnoreCase);
}
