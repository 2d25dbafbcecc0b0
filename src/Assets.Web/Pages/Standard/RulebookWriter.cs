using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Standard;

/// <summary>Writes the rulebook of an edition from its data, in the reader's language: what the system applies is what is printed.</summary>
public sealed class RulebookWriter(Words words, Formats formats)
{
    public Rulebook Write(DatedEdition edition, EditionStanding standing, IReadOnlyList<PricedProduct> products)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "sv";
        var rules = edition.Content.Rules;
        var sections = new List<RulebookSection> { new(words["book.about"], [new RulebookText(words["book.about.text"])]), Renting(rules), Ordering(rules, products, language) };
        foreach (var group in products.GroupBy(priced => priced.Product.Kind).OrderBy(group => group.Key))
            sections.Add(new RulebookSection(words[$"product.{ProductKinds.Vocabulary.Word(group.Key)}.many"], [.. group.SelectMany(priced => Blocks(priced, language))]));
        sections.Add(new RulebookSection(words["book.prices"], [new RulebookText(words["book.prices.text"]), PriceList(products, language)]));
        var own = rules.Text.In(language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (own.Length > 0) sections.Add(new RulebookSection(words["book.own"], [.. own.Select(paragraph => new RulebookText(paragraph))]));
        sections.Add(new RulebookSection(words["book.update"], [new RulebookText(words.Of("book.update.text", Month(rules.RevisionMonth)))]));
        return new Rulebook(words["book.title"], Facts(edition, standing), words["book.page"], language, sections);
    }

    private List<string> Facts(DatedEdition edition, EditionStanding standing)
    {
        var facts = new List<string> { words.Of("book.edition", formats.Number(edition.Number), words[$"edition.{EditionStates.Standings.Word(standing)}"]) };
        if (edition.State == EditionState.Decided)
        {
            facts.Add(words.Of("book.decided", formats.Day(edition.DecidedOn), edition.Minute));
            facts.Add(words.Of("book.valid", formats.Day(edition.ValidFrom)));
        }
        else
        {
            facts.Add(words["book.undecided"]);
        }
        return facts;
    }

    private RulebookSection Renting(RentRules rules) => new(words["book.renting"],
    [
        new RulebookList(
        [
            words["book.renting.owner"],
            words.Of("book.renting.term", formats.Number(rules.DefaultTermMonths)),
            rules.RunningLinesFrom is { } day ? words.Of("book.renting.running", formats.Day(day)) : words["book.renting.locked"],
            words["book.renting.days"],
            rules.NoticeDays == 0 ? words["book.renting.noNotice"] : words.Of("book.renting.notice", formats.Number(rules.NoticeDays)),
            words[rules.WaivesUnpaidOnReuse ? "book.renting.earlyWaived" : "book.renting.early"],
            words.Of("book.renting.lost", formats.Kronor(rules.LossFee)),
            words["book.renting.moved"],
            words["book.renting.after"],
        ]),
    ]);

    private RulebookSection Ordering(RentRules rules, IReadOnlyList<PricedProduct> products, string language)
    {
        var blocks = new List<RulebookBlock>
        {
            new RulebookList(
            [
                words["book.ordering.who"],
                words["book.ordering.code"],
                words["book.ordering.price"],
                rules.DeviationFee == Money.Zero ? words["book.ordering.outsideFree"] : words.Of("book.ordering.outside", formats.Kronor(rules.DeviationFee)),
                words.Of("book.ordering.confirm", formats.Number(rules.ConfirmationDays)),
            ]),
        };
        var limited = products.Where(priced => !priced.Product.OrderedBy.IsEmpty).ToList();
        if (limited.Count > 0)
            blocks.Add(new RulebookTable([words["standard.product"], words["book.ordering.only"]], 2, [.. limited.Select(priced => (IReadOnlyList<string>)[priced.Product.Name.In(language), string.Join(", ", priced.Product.OrderedBy)])]));
        return new RulebookSection(words["book.ordering"], blocks);
    }

    private IEnumerable<RulebookBlock> Blocks(PricedProduct priced, string language)
    {
        var product = priced.Product;
        yield return new RulebookHeading(product.Name.In(language));
        yield return new RulebookText(words.Of("book.for", product.For.In(language)));
        if (!product.Parts.IsEmpty) yield return new RulebookList([.. product.Parts.Select(part => Part(part, language))]);
    }

    private string Part(Part part, string language)
    {
        var name = part.Quantity > 1 ? $"{formats.Number(part.Quantity)} × {part.Name.In(language)}" : part.Name.In(language);
        if (!part.Models.IsEmpty) name = words.Of("book.models", name, string.Join(", ", part.Models));
        return part.MonthlyRate == Money.Zero ? name : words.Of("book.rate", name, formats.Kronor(part.MonthlyRate));
    }

    private RulebookTable PriceList(IReadOnlyList<PricedProduct> products, string language) => new(
        [words["standard.product"], words["field.code"], words["product.term"], words["product.month"], words["product.whole"]],
        2,
        [
            .. from priced in products
               from term in priced.Terms
               select (IReadOnlyList<string>)[priced.Product.Name.In(language), priced.Product.Code, words.Of("standard.months", formats.Number(term.Months)), formats.Amount(term.Month), formats.Amount(term.Whole)],
        ]);

    private string Month(int month) => words[$"month.{month.ToString(CultureInfo.InvariantCulture)}"].ToLowerInvariant();
}
