using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The contract lines behind a sum of the cost card, or behind a cause of change; what the lines come to is the sum, to the öre.</summary>
[Needs(Permission.ViewOwnCosts)]
public sealed class CostLinesModel(Database database, CostCards cards, Words words) : PageModel
{
    public const int PageSize = 50;

    public CostCard Card { get; private set; } = null!;

    /// <summary>What the lines are the lines of.</summary>
    public string Heading { get; private set; } = "";

    public Money Total { get; private set; }

    public IReadOnlyList<CostLine> Lines { get; private set; } = [];

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    public bool IsCause { get; private set; }

    public IActionResult OnGet(int? unit, string? month, int? code, int? kind, string? cause, long after)
    {
        if (cards.Find(HttpContext.Viewer(), unit, month) is not { } card) return NotFound();
        Card = card;
        if (cause is not null) return OfCause(cause, after);
        var sums = card.Sums.Where(s => (code is null || (s.CostCodeId ?? 0) == code) && (kind is null || (s.Kind is { } of ? (int)of : -1) == kind)).ToList();
        if (sums.Count == 0 && (code is not null || kind is not null)) return NotFound();
        Heading = code is not null ? $"{sums[0].CostCode ?? words["card.noCode"]} {sums[0].CostCodeName}"
            : kind is not null ? sums[0].Kind is { } asset ? words[$"kind.{AssetKinds.Vocabulary.Word(asset)}"] : words["card.services"]
            : words["card.allLines"];
        Total = CostSums.Total(sums);
        var lines = CostLines.Read(database, card.Month.Month, card.Selection, new CostLineFilter(code, kind), after, PageSize + 1);
        Lines = [.. lines.Take(PageSize)];
        if (lines.Count > PageSize) Next = card.Address("/costs/lines", ("code", code), ("kind", kind), ("after", Lines[^1].LineId));
        return Page();
    }

    private IActionResult OfCause(string word, long after)
    {
        if (!CostCard.TryCause(word, out var cause)) return NotFound();
        var changes = Card.Changes.Where(change => change.Cause == cause).ToList();
        IsCause = true;
        Heading = words.Known("cause", word);
        Total = changes.Aggregate(Money.Zero, (sum, change) => sum + change.Amount);
        var shown = changes.Where(change => change.LineId > after).Take(PageSize).ToList();
        Lines = CostLines.Of(database, Card.Month.Month, Card.Selection, shown);
        if (shown.Count == PageSize && changes[^1].LineId > shown[^1].LineId) Next = Card.Address("/costs/lines", ("cause", word), ("after", shown[^1].LineId));
        return Page();
    }
}
