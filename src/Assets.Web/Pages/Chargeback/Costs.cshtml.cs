using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The cost card: what a part of the organisation pays, for what, why it changed, and what lies ahead.</summary>
[Needs(Permission.ViewOwnCosts)]
public sealed class CostsModel(Installation installation, CostCards cards, CostMemory memory, Words words, Formats formats) : PageModel
{
    /// <summary>Rows of a table before the rest are summed up in one.</summary>
    public const int Shown = 15;

    /// <summary>None until a month has been run.</summary>
    public CostCard? Card { get; private set; }

    public Money Total { get; private set; }

    public Money? TotalBefore { get; private set; }

    public Money YearSoFar { get; private set; }

    public IReadOnlyList<CostRow> Parts { get; private set; } = [];

    public IReadOnlyList<CostRow> Codes { get; private set; } = [];

    public IReadOnlyList<CostRow> Kinds { get; private set; } = [];

    public StepChart? Causes { get; private set; }

    public CostOutlook Outlook { get; private set; } = new(null, [], 0);

    public ColumnChart? Year { get; private set; }

    public IReadOnlyList<SilentAsset> Silent { get; private set; } = [];

    public int Watched { get; private set; }

    public CorrectedLines Corrected { get; private set; } = new([], 0);

    public Money? YearForecast => Outlook.Months is { } months ? months.Aggregate(YearSoFar, (sum, m) => sum + m.Amount) : null;

    public IActionResult OnGet(int? unit, string? month, bool forecast)
    {
        Card = cards.Find(HttpContext.Viewer(), unit, month);
        if (Card is null) return unit is null && month is null && !cards.HasMonths() ? Page() : NotFound();
        Total = Card.TotalOf(Card.Month);
        TotalBefore = Card.Before is { } before ? Card.TotalOf(before) : null;
        YearSoFar = Card.ByMonth.Where(m => m.Month.Month.Year == Card.Months[0].Month.Year).Aggregate(Money.Zero, (sum, m) => sum + m.Amount);
        Parts = OfParts(Card);
        Codes = OfCodes(Card);
        Kinds = OfKinds(Card);
        Causes = Card.Steps();
        Outlook = Card.Outlook(memory, forecast);
        Year = Card.Year(Outlook);
        (Silent, Watched) = CostNotes.Silent(installation.Database, Card.Selection, formats.Today, installation.Clock.GetUtcNow());
        Corrected = CostNotes.Corrected(installation.Database, memory, Card.Month, Card.Selection);
        return Page();
    }

    private List<CostRow> OfParts(CostCard card) => Rows(card.Sums
        .GroupBy(sum => card.Selection.PartOf(sum.UnitId))
        .Select(group => new CostRow(
            group.Key?.Name ?? card.Selection.Chosen?.Name ?? "", group.Key?.Code,
            group.Key is { } part ? $"/costs?unit={part.Id}&month={card.Month.Month}" : card.Address("/costs/lines"), group.Sum(s => s.Lines), CostSums.Total(group))));

    private List<CostRow> OfCodes(CostCard card) => Rows(card.Sums
        .GroupBy(sum => sum.CostCodeId)
        .Select(group => new CostRow(
            group.First().CostCode ?? words["card.noCode"], group.First().CostCodeName, card.Address("/costs/lines", ("code", group.Key ?? 0)), group.Sum(s => s.Lines), CostSums.Total(group))));

    private List<CostRow> OfKinds(CostCard card) => Rows(card.Sums
        .GroupBy(sum => sum.Kind)
        .Select(group => new CostRow(
            group.Key is { } kind ? words[$"kind.{AssetKinds.Vocabulary.Word(kind)}"] : words["card.services"], null,
            card.Address("/costs/lines", ("kind", group.Key is { } of ? (int)of : -1)), group.Sum(s => s.Lines), CostSums.Total(group))));

    private static List<CostRow> Rows(IEnumerable<CostRow> rows) => [.. rows.OrderByDescending(row => row.Amount)];
}
