using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Organisations;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Organisations;

/// <summary>The tree down to the administrations, and from there one organisation at a time: hundreds of units at once are read by nobody.</summary>
[Needs(Permission.ViewRegister)]
public sealed class OrganisationsModel(OrganisationOverview organisations, Database database) : PageModel
{
    public OrganisationNode? Top { get; private set; }

    public OrganisationNode? Above { get; private set; }

    public IReadOnlyList<OrganisationNode> Rows { get; private set; } = [];

    public IReadOnlyList<CostCodeFacts> CostCodes { get; private set; } = [];

    /// <summary>Of the organisation that is looked at; for who may change it.</summary>
    public RecordHistory? History { get; private set; }

    public bool MayAdd => HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;

    /// <summary>What a unit rents and pays is for those who may see contracts of that unit.</summary>
    public bool SeesCosts(OrganisationNode node) => HttpContext.Viewer().Reach(Permission.ViewContracts).Covers(node.Id);

    public int Indent(OrganisationNode node) => Math.Clamp(node.Depth - (Top is null ? Rows.Min(n => n.Depth) : Top.Depth + 1), 0, 4);

    public bool MayEdit(int unit) => HttpContext.Viewer().Reach(Permission.EditRegister).Covers(unit);

    public IActionResult OnGet(int? id)
    {
        var viewer = HttpContext.Viewer();
        var tree = organisations.TreeWithRents(viewer.Reach(Permission.ViewRegister));
        if (id is null)
        {
            Rows = [.. tree.Where(n => n.Kind != OrganisationKind.Unit)];
            if (Rows.Count == 0) Rows = tree;
            return Page();
        }
        Top = tree.FirstOrDefault(n => n.Id == id);
        if (Top is null) return NotFound();
        Above = tree.FirstOrDefault(n => n.Id == Top.ParentId);
        Rows = [.. tree.Where(n => n.Id != Top.Id && n.Lineage.StartsWith(Top.Lineage, StringComparison.Ordinal) && (n.Depth == Top.Depth + 1 || Top.Kind == OrganisationKind.Unit))];
        CostCodes = organisations.CostCodes(Top.Id);
        if (MayEdit(Top.Id)) History = RegisterRecord.Find(database, RegisterKind.Organisation, Top.Id)!.History(database);
        return Page();
    }
}
