using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>A delivery on the bench: serials are scanned one after the other and taken into stock together, against a purchase or without.</summary>
[Needs(Permission.Purchase, Everywhere = true)]
public sealed class ReceiveModel(Installation installation, Words words, Formats formats) : PageModel
{
    [BindProperty]
    public string? FormKey { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Site { get; set; }

    [BindProperty]
    public string? Room { get; set; }

    [BindProperty]
    public int? Line { get; set; }

    [BindProperty]
    public string? ModelCode { get; set; }

    [BindProperty]
    public string? Price { get; set; }

    [BindProperty]
    public string? Supplier { get; set; }

    [BindProperty]
    public string? WarrantyUntil { get; set; }

    [BindProperty]
    public string? Rows { get; set; }

    /// <summary>None: received without a purchase.</summary>
    public PurchaseDetails? Purchase { get; private set; }

    public IReadOnlyList<NamedCode> Sites { get; private set; } = [];

    public IReadOnlyList<NamedCode> Suppliers { get; private set; } = [];

    public IReadOnlyList<ModelListItem> Models { get; private set; } = [];

    public string? Refused { get; private set; }

    /// <summary>What became of the rows where some were refused.</summary>
    public AssetsReceived? Result { get; private set; }

    /// <param name="like">An asset of which more have come: its model, price, supplier, warranty and place are filled in.</param>
    public IActionResult OnGet(string? number, long? like)
    {
        if (!Load(number)) return NotFound();
        if (like is { } id && AssetDetails.Read(installation.Database, installation.Clock, HttpContext.Viewer().Reach(Permission.ViewRegister), Reach.Nowhere, id) is { } asset)
        {
            (ModelCode, Price, Supplier, Site, Room) = (asset.Facts.ModelCode, WrittenAmount.Field(asset.Facts.Price), asset.Facts.SupplierCode, asset.Facts.SiteCode, asset.Facts.Room);
            WarrantyUntil = asset.Facts.WarrantyUntil?.ToString("O", CultureInfo.InvariantCulture);
        }
        FormKey = Guid.NewGuid().ToString("N");
        On = formats.Today.ToString("O", CultureInfo.InvariantCulture);
        return Page();
    }

    public IActionResult OnPost(string? number)
    {
        if (!Load(number)) return NotFound();
        if (Read(out var fault) is { } delivery)
        {
            if (!ReceiveAssets.Run(installation with { Actor = HttpContext.Viewer().Account }, delivery).TryGet(out var received, out var refusal)) fault = words.Refused(refusal);
            else if (received.IsRepeated || received.Rows.All(row => row.Refusal is null))
            {
                TempData["Message"] = received.IsRepeated ? words["receive.repeated"] : words.Count("receive.done", received.Count, formats.Number(received.Count));
                return Redirect($"/labels?act={received.Act}");
            }
            else ShowRefused(number, received);
        }
        Refused = fault.Length > 0 ? fault : null;
        return Page();
    }

    // What was taken stays taken; what was refused stands in the field again, for a form of its own.
    private void ShowRefused(string? number, AssetsReceived received)
    {
        Result = received;
        Rows = string.Join('\n', received.Rows.Where(row => row.Refusal is not null).Select(row => row.Row.Tag is { } tag ? $"{row.Row.Serial};{tag}" : row.Row.Serial));
        FormKey = Guid.NewGuid().ToString("N");
        ModelState.Clear();
        Load(number);
    }

    private Delivery? Read(out string fault)
    {
        fault = "";
        if (!DateOnly.TryParseExact(On, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return Fault("receive.on", out fault);
        if (!WrittenAmount.TryRead(Price, out var price)) return Fault("asset.price", out fault);
        DateOnly? warranty = null;
        if (!string.IsNullOrWhiteSpace(WarrantyUntil))
        {
            if (!DateOnly.TryParseExact(WarrantyUntil, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)) return Fault("asset.warranty", out fault);
            warranty = until;
        }
        return new Delivery(Purchase?.Head.Number, ScannedRows.Read(Rows), on, Site, Room, FormKey, Line, ModelCode, price, Supplier, warranty);
    }

    private Delivery? Fault(string field, out string fault)
    {
        fault = words.Of("form.unreadable", words[field]);
        return null;
    }

    private bool Load(string? number)
    {
        Purchase = number is null ? null : PurchaseDetails.Read(installation.Database, number);
        if (number is not null && Purchase is null) return false;
        Sites = NamedPlaces.Sites(installation.Database);
        if (Purchase is not null) return true;
        Suppliers = NamedPlaces.Suppliers(installation.Database);
        Models = ModelList.Bought(installation.Database, installation.Today);
        return true;
    }
}
