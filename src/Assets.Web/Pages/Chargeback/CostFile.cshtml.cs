using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Chargeback;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The cost card as a workbook.</summary>
[Needs(Permission.ViewOwnCosts)]
public sealed class CostFileModel(Installation installation, CostCards cards, CostMemory memory, Words words) : PageModel
{
    public IActionResult OnGet(int? unit, string? month)
    {
        if (cards.Find(HttpContext.Viewer(), unit, month) is not { } card) return NotFound();
        var file = CostDownload.Make(installation, ContentOf(card, memory, words), Languages.IsSwedish, HttpContext.RequestAborted);
        HttpContext.Response.RegisterForDispose(file);
        return PhysicalFile(file.Path, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Name);
    }

    /// <summary>What the workbook says, in the reader's words.</summary>
    public static CostContent ContentOf(CostCard card, CostMemory memory, Words words)
    {
        var outlook = card.Outlook(memory, asked: true);
        var coming = outlook.Months ?? [];
        return new CostContent(
            card.Selection, card.Selection.Chosen?.Name ?? words["card.allOfYours"], card.Month, card.TotalOf(card.Month), card.Before is { } before ? card.TotalOf(before) : null,
            [.. card.ByMonth.Reverse().Select(m => (m.Month.Month, m.Amount, false)), .. coming.Select(m => (m.Month, m.Amount, true))],
            card.Sums, card.Changes, outlook.Ends,
            kind => kind is { } known ? words[$"kind.{AssetKinds.Vocabulary.Word(known)}"] : words["card.services"],
            cause => words.Known("cause", cause));
    }
}
