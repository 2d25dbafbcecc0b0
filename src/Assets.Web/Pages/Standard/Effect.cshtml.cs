using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Standard;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Standard;

/// <summary>One administration's year by products, with the sums.</summary>
public sealed record AdministrationEffect(string Code, string Name, IReadOnlyList<ProductEffect> Products)
{
    public long Lines => Products.Sum(product => product.Lines);

    public Money WhenRenewed => EffectModel.Sum(Products, product => product.WhenRenewed);

    public Money FirstYear => EffectModel.Sum(Products, product => product.FirstYear);
}

/// <summary>What a draft means for each administration's year, before the vote. Who decides or writes it sees all; others their own.</summary>
[Needs(Permission.ViewDrafts, Permission.ViewOwnCosts)]
public sealed class EffectModel(Installation installation, Words words, Formats formats) : PageModel
{
    /// <summary>The administration whose products are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public DraftEffect Effect { get; private set; } = null!;

    /// <summary>Those with the greatest change first.</summary>
    public IReadOnlyList<AdministrationEffect> Administrations { get; private set; } = [];

    public IReadOnlyList<ProductEffect> ByProduct { get; private set; } = [];

    public AdministrationEffect Total { get; private set; } = null!;

    public ColumnChart Chart { get; private set; } = null!;

    public IActionResult OnGet(int number)
    {
        if (Find(number) is not { } effect) return NotFound();
        Effect = effect;
        Administrations =
        [
            .. effect.Effects.GroupBy(row => row.Administration, StringComparer.Ordinal)
                .Select(group => new AdministrationEffect(group.Key, effect.Administrations.GetValueOrDefault(group.Key, group.Key), [.. group]))
                .OrderByDescending(administration => Math.Abs(administration.WhenRenewed.Ore)).ThenBy(administration => administration.Name, StringComparer.Ordinal),
        ];
        Total = new AdministrationEffect("", "", effect.Effects);
        ByProduct =
        [
            .. effect.Effects.GroupBy(row => row.Product ?? "", StringComparer.OrdinalIgnoreCase)
                .Select(group => group.First() with { Administration = "", Lines = group.Sum(row => row.Lines), WhenRenewed = Sum(group, row => row.WhenRenewed), FirstYear = Sum(group, row => row.FirstYear) })
                .OrderBy(row => row.Product is null).ThenByDescending(row => Math.Abs(row.WhenRenewed.Ore)),
        ];
        Chart = new ColumnChart(
            words["effect.chart"], words["effect.whenRenewed"],
            [.. Administrations.Where(administration => administration.WhenRenewed != Money.Zero).Take(12).Select(administration => new Column(
                administration.Code, administration.Name, administration.WhenRenewed.Kronor, formats.Difference(administration.WhenRenewed), $"#c-{administration.Code}", administration.WhenRenewed > Money.Zero))]);
        return Page();
    }

    public IActionResult OnGetWorkbook(int number)
    {
        if (Find(number) is not { } effect) return NotFound();
        var file = ExportEffect.Workbook(effect, formats.Today, System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv");
        return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{words["effect.file"]}-{number}.xlsx");
    }

    public string Product(string? code) => code is null
        ? words["effect.outside"]
        : (Effect.Draft.Content.Find(code) ?? Effect.InForce.Content.Find(code))?.Name.In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? code;

    /// <summary>Of several, the products of the one that is asked for: those of all are in the workbook.</summary>
    public bool IsOpen(AdministrationEffect administration) => Administrations.Count == 1 || administration.Code.Equals(Of, StringComparison.OrdinalIgnoreCase);

    public static Money Sum(IEnumerable<ProductEffect> rows, Func<ProductEffect, Money> part) => rows.Aggregate(Money.Zero, (sum, row) => sum + part(row));

    private DraftEffect? Find(int number)
    {
        var viewer = HttpContext.Viewer();
        var effect = ShowEffect.Run(installation, number, viewer.EffectReach());
        return effect is not null && viewer.Sees(effect.Draft.State) ? effect : null;
    }
}
