using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>What is to be ordered from a supplier.</summary>
[Needs(Permission.Purchase, Everywhere = true)]
public sealed class NewPurchaseModel(Installation installation, Words words) : PageModel
{
    private const int FirstLines = 3;

    [BindProperty]
    public string? FormKey { get; set; }

    [BindProperty]
    public string? Supplier { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? ExpectedOn { get; set; }

    [BindProperty]
    public string? WarrantyMonths { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public List<PurchaseLineForm> Lines { get; set; } = [];

    public IReadOnlyList<NamedCode> Suppliers { get; private set; } = [];

    public IReadOnlyList<ModelListItem> Models { get; private set; } = [];

    public string? Refused { get; private set; }

    public void OnGet(string? order, string? model, int? quantity)
    {
        FormKey = Guid.NewGuid().ToString("N");
        WarrantyMonths = "36";
        Lines.AddRange(Enumerable.Range(0, FirstLines).Select(_ => new PurchaseLineForm()));
        Lines[0].Order = order;
        Lines[0].Model = model;
        Lines[0].Quantity = quantity?.ToString(CultureInfo.InvariantCulture);
        Load();
    }

    /// <summary>Another line, without a script too: what is typed stays.</summary>
    public IActionResult OnPostLine()
    {
        Lines.Add(new PurchaseLineForm());
        Load();
        return Page();
    }

    public IActionResult OnPost()
    {
        if (Read(out var fault) is { } request)
        {
            if (PlacePurchase.Run(installation with { Actor = HttpContext.Viewer().Account }, request).TryGet(out var placed, out var refusal))
            {
                TempData["Message"] = words.Of("purchase.placed", placed.Number);
                return Redirect($"/purchases/{placed.Number}");
            }
            fault = words.Refused(refusal);
        }
        Refused = fault;
        Load();
        return Page();
    }

    private PurchaseRequest? Read(out string fault)
    {
        fault = "";
        if (!PurchaseLineForm.TryReadExpected(ExpectedOn, out var expected)) return Fault("purchase.expectedOn", out fault);
        int? warranty = null;
        if (!string.IsNullOrWhiteSpace(WarrantyMonths))
        {
            if (!int.TryParse(WarrantyMonths, NumberStyles.None, CultureInfo.InvariantCulture, out var months)) return Fault("purchase.warrantyMonths", out fault);
            warranty = months;
        }
        var items = new List<PurchaseItem>();
        foreach (var line in Lines.Where(line => !line.IsEmpty))
        {
            if (!int.TryParse(line.Quantity?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)) return Fault("purchase.quantity", out fault);
            if (!WrittenAmount.TryRead(line.Price, out var price)) return Fault("purchase.unitPrice", out fault);
            items.Add(new PurchaseItem(line.Model ?? "", quantity, price, line.Order));
        }
        return new PurchaseRequest(Supplier ?? "", items, Reference, expected, warranty, Note, FormKey);
    }

    private PurchaseRequest? Fault(string field, out string fault)
    {
        fault = words.Of("form.unreadable", words[field]);
        return null;
    }

    private void Load()
    {
        Suppliers = NamedPlaces.Suppliers(installation.Database);
        Models = ModelList.Bought(installation.Database, installation.Today);
    }
}
