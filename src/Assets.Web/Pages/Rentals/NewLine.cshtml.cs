using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Rentals;
using Assets.Web.Pages.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Rentals;

/// <summary>To rent something out beside the order: what was handed over without one, or a service that no catalogue has.</summary>
[Needs(Permission.EditContracts)]
public sealed class NewLineModel(Installation installation, OrganisationOverview organisations, Words words) : PageModel
{
    [BindProperty]
    public LineForm Form { get; set; } = new();

    /// <summary>Of this form: sent twice, it begins one line.</summary>
    [BindProperty]
    public string? FormKey { get; set; }

    public string? Refused { get; private set; }

    public IReadOnlyList<OrganisationNode> Units => organisations.Tree(HttpContext.Viewer().Reach(Permission.EditContracts));

    public void OnGet(string? asset)
    {
        Form.Asset = asset;
        FormKey = Guid.NewGuid().ToString("N");
    }

    public IActionResult OnPost()
    {
        string? fault = null;
        DateOnly? until = null;
        LineForm.TryDay(Form.Day, "change.from", words, out var from, ref fault);
        if (!string.IsNullOrEmpty(Form.LastDay) && LineForm.TryDay(Form.LastDay, "change.lastDay", words, out var last, ref fault)) until = last.AddDays(1);
        var asset = string.IsNullOrWhiteSpace(Form.Asset) ? null : Form.Asset.Trim();
        var quantity = asset is not null ? 1 : LineForm.Number(Form.Quantity ?? "1", "change.quantity", words, ref fault);
        if (asset is null && string.IsNullOrWhiteSpace(Form.Service)) fault ??= words["newLine.nothing"];
        if (!Units.Any(unit => unit.Code == Form.Unit?.Trim())) fault ??= words.Refused(new Refusal(RentalRefusals.UnknownUnit, Form.Unit ?? ""));
        var terms = Form.Terms(from, words, ref fault);
        if (fault is null)
        {
            var request = new LineRequest(null, Form.Unit?.Trim() ?? "", Form.Code?.Trim() ?? "", asset, Form.Service ?? "", quantity, from, until, terms, Form.Why) { FormKey = FormKey, Within = HttpContext.Viewer().Reach(Permission.EditContracts) };
            if (StartLine.Run(installation with { Actor = HttpContext.Viewer().Account }, request).TryGet(out var started, out var refusal))
            {
                TempData["Message"] = words.Of("newLine.done", started.LineCode);
                return Redirect("/contracts?q=" + Uri.EscapeDataString(started.LineCode));
            }
            fault = words.Refused(refusal);
        }
        Refused = fault;
        return Page();
    }
}
