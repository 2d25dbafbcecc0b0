using Assets.Core.Access;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Rentals;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Standard;

/// <summary>The internal interest with its days, and the price list that follows from it and the edition in force.</summary>
[Needs(Permission.ViewMonths)]
public sealed class PricesModel(Installation installation, Words words, Formats formats) : PageModel
{
    /// <summary>The day of the price list; today where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? formats.Today;

    public IReadOnlyList<InterestRow> Interest { get; private set; } = [];

    public InterestRow? InForce { get; private set; }

    /// <summary>None where no edition was in force on the day.</summary>
    public DatedEdition? Edition { get; private set; }

    public IReadOnlyList<PricedProduct> Products { get; private set; } = [];

    /// <summary>The terms that some product has: a column each.</summary>
    public IReadOnlyList<int> Terms { get; private set; } = [];

    public bool MayEdit => HttpContext.Viewer().Reach(Permission.EditPrices).IsEverywhere;

    public void OnGet()
    {
        Interest = InterestRates.Read(installation.Database);
        InForce = PriceCalculation.InForce(Interest, Day);
        Edition = DatedEdition.InForce(installation.Database, Day);
        if (Edition is null) return;
        Products = PricedProduct.Of(Edition.Content, Day, [.. Interest]);
        Terms = [.. Products.SelectMany(priced => priced.Terms).Select(term => term.Months).Distinct().Order()];
    }

    public IActionResult OnPost(DateOnly? from, string? percent, string? reason)
    {
        if (!MayEdit) return StatusCode(StatusCodes.Status403Forbidden);
        if (from is not { } day) return Answer(new Refusal("day_missing", ""));
        if (string.IsNullOrWhiteSpace(percent) || !WrittenAmount.TryReadNumber(percent, out var rate)) return Answer(new Refusal(LineRefusals.AmountOutOfRange, percent ?? ""));
        var outcome = SetInterest.Run(installation with { Actor = HttpContext.Viewer().Account }, new InterestRow(day, rate), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        return Answer(outcome.Refusal, formats.Interest(rate), formats.Day(day));
    }

    private RedirectToPageResult Answer(Refusal? refusal, params ReadOnlySpan<string> done)
    {
        if (refusal is null) TempData["Message"] = words.Of("prices.interest.set", done[0], done[1]);
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage();
    }
}
