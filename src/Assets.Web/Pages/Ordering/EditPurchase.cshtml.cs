using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>A line of a purchase that is there already, as typed.</summary>
public sealed class PurchasedLineForm
{
    public int Number { get; set; }
    public string? Quantity { get; set; }
    public string? Price { get; set; }
    public bool Remove { get; set; }
}

/// <summary>What the supplier has said of a purchase since it was placed.</summary>
[Needs(Permission.Purchase, Everywhere = true)]
public sealed class EditPurchaseModel(Installation installation, Words words) : PageModel
{
    public PurchaseDetails Purchase { get; private set; } = null!;

    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    public string? ExpectedOn { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<PurchasedLineForm> Lines { get; set; } = [];

    public string? Refused { get; private set; }

    public IActionResult OnGet(string number)
    {
        if (!Load(number)) return NotFound();
        var head = Purchase.Head;
        (ExpectedOn, Reference, Note) = (head.ExpectedOn?.ToString("O", CultureInfo.InvariantCulture), head.Reference, head.Note);
        Lines = [.. Purchase.Lines.Select(line => new PurchasedLineForm { Number = line.Number, Quantity = line.Quantity.ToString(CultureInfo.InvariantCulture), Price = WrittenAmount.Field(line.UnitPrice) })];
        Seen = Purchase.LastEntry;
        return Page();
    }

    public IActionResult OnPost(string number)
    {
        if (!Load(number)) return NotFound();
        if (Read(out var fault) is { } change)
        {
            if (ChangePurchase.Run(installation with { Actor = HttpContext.Viewer().Account }, change).TryGet(out var changed, out var refusal))
            {
                TempData["Message"] = words.Of(changed.IsClosed ? "purchase.changedAndClosed" : "purchase.changed", changed.Number);
                return Redirect($"/purchases/{changed.Number}");
            }
            fault = words.Refused(refusal);
        }
        Refused = fault;
        return Page();
    }

    private PurchaseChange? Read(out string fault)
    {
        fault = "";
        if (!PurchaseLineForm.TryReadExpected(ExpectedOn, out var expected)) return Fault("purchase.expectedOn", out fault);
        var lines = new List<PurchaseLineChange>();
        foreach (var line in Lines)
        {
            var (quantity, price) = (0, Money.Zero);
            if (!line.Remove && !int.TryParse(line.Quantity?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out quantity)) return Fault("purchase.quantity", out fault);
            if (!line.Remove && !WrittenAmount.TryRead(line.Price, out price)) return Fault("purchase.unitPrice", out fault);
            lines.Add(new PurchaseLineChange(line.Number, quantity, price));
        }
        return new PurchaseChange(Purchase.Head.Number, expected, Reference, Note, lines, Reason, Seen);
    }

    private PurchaseChange? Fault(string field, out string fault)
    {
        fault = words.Of("form.unreadable", words[field]);
        return null;
    }

    // One that is closed has nothing that could still become otherwise.
    private bool Load(string number)
    {
        if (PurchaseDetails.Read(installation.Database, number) is not { Head.ClosedOn: null } purchase) return false;
        Purchase = purchase;
        return true;
    }
}
