using Assets.Core.Standard;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Standard;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Standard;

/// <summary>The rulebook of an edition, or of the one in force where none is named; printable.</summary>
[Needs]
public sealed class RulebookPageModel(Installation installation, RulebookWriter writer, Words words, Formats formats) : PageModel
{
    public Rulebook Book { get; private set; } = null!;

    public int Number { get; private set; }

    public EditionStanding Standing { get; private set; }

    public IActionResult OnGet(int? number) => Find(number) ? Page() : NotFound();

    public IActionResult OnGetPdf(int? number) =>
        Find(number) ? File(PrintRulebook.Run(installation, Book), "application/pdf", $"{words["book.file"]}-{Number}.pdf") : NotFound();

    private bool Find(int? number)
    {
        var database = installation.Database;
        var editions = EditionOverview.Read(database, formats.Today);
        var item = number is { } wanted ? editions.FirstOrDefault(edition => edition.Number == wanted) : editions.FirstOrDefault(edition => edition.Standing == EditionStanding.InForce);
        if (item is null || !HttpContext.Viewer().Sees(item) || DatedEdition.Find(database, item.Number) is not { } edition) return false;
        (Number, Standing) = (item.Number, item.Standing);
        var products = PricedProduct.Of(edition.Content, PricedProduct.DayOf(edition.ValidFrom, Standing, formats.Today), [.. InterestRates.Read(database)]);
        Book = writer.Write(edition, Standing, products);
        return true;
    }
}
