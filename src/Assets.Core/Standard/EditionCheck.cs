using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>
/// What has to be right before an edition is laid before the council: its contract lines can be made and priced, and a reader of either
/// language is told everything. A finding's record is the product's code, or <see cref="Rules"/>; only <see cref="Severity.Stop"/>
/// keeps it from being proposed.
/// </summary>
public static class EditionCheck
{
    /// <summary>The record of findings that are about no product.</summary>
    public const string Rules = "";

    /// <summary>Ten years: longer than a term that anybody can foresee.</summary>
    public const int GreatestTermMonths = 120;
    public const int LongestCode = 40;
    public const int GreatestQuantity = 100;
    private const int GreatestDays = 365;

    public static IReadOnlyList<Finding> Run(Edition edition)
    {
        var findings = new List<Finding>();
        OfRules(edition.Rules, findings);
        if (edition.Products.IsEmpty) findings.Add(new Finding(EditionFindings.NoProducts, Severity.Stop, Rules, ""));
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var product in edition.Products)
        {
            if (!codes.Add(product.Code)) findings.Add(new Finding(EditionFindings.CodeTwice, Severity.Stop, product.Code, product.Code));
            findings.AddRange(OfProduct(product, edition.Rules));
        }
        return findings;
    }

    public static bool IsUsableCode(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    /// <summary>One product by itself; what only the others show, such as a code twice, is not seen.</summary>
    public static IReadOnlyList<Finding> OfProduct(Product product, RentRules rules)
    {
        var findings = new List<Finding>();
        void Stop(string code, string detail = "") => findings.Add(new Finding(code, Severity.Stop, product.Code, detail));
        void Note(string code, string detail = "") => findings.Add(new Finding(code, Severity.Note, product.Code, detail));

        if (!IsUsableCode(product.Code)) Stop(EditionFindings.UnusableCode, product.Code);
        Texts(product.Name, "name", Stop);
        Texts(product.For, "for", Stop);
        Amount(product.PurchasePrice, "purchase_price", Stop);
        Amount(product.Residual, "residual", Stop);
        Amount(product.Support, "support", Stop);
        if (product.Residual > product.PurchasePrice) Stop(EditionFindings.ResidualAbovePrice, product.Residual.ToString());
        OfTerms(product, rules, Stop, Note);
        foreach (var part in product.Parts) OfPart(part, Stop);
        if (product.Kind == ProductKind.Workplace && !product.Parts.Any(part => part.Kind == PartKind.Equipment)) Note(EditionFindings.WithoutEquipment);
        if (product.PurchasePrice == Money.Zero && product.Support == Money.Zero && product.Parts.All(part => part.MonthlyRate == Money.Zero)) Note(EditionFindings.WithoutPrice);
        if (findings.Count == 0 && Priced(product) is { } refusal) Stop(EditionFindings.ReservedName, refusal.Detail);
        return findings;
    }

    private static void OfTerms(Product product, RentRules rules, Action<string, string> stop, Action<string, string> note)
    {
        if (product.TermMonths.IsEmpty) stop(EditionFindings.TermMissing, "");
        var seen = new HashSet<int>();
        foreach (var term in product.TermMonths)
        {
            if (term.Months is < 1 or > GreatestTermMonths) stop(EditionFindings.TermOutOfRange, Number(term.Months));
            if (!seen.Add(term.Months)) stop(EditionFindings.TermTwice, Number(term.Months));
        }
        if (seen.Count > 0 && !seen.Contains(rules.DefaultTermMonths)) note(EditionFindings.DefaultTermMissing, Number(rules.DefaultTermMonths));
    }

    private static void OfPart(Part part, Action<string, string> stop)
    {
        Texts(part.Name, "part", stop);
        var name = part.Name.Swedish;
        if (part.Quantity is < 1 or > GreatestQuantity) stop(EditionFindings.QuantityOutOfRange, $"{name} {Number(part.Quantity)}");
        Amount(part.MonthlyRate, name, stop);
        if (part.Kind == PartKind.Equipment)
        {
            if (part.AssetKind is null) stop(EditionFindings.KindMissing, name);
            if (part.MonthlyRate != Money.Zero) stop(EditionFindings.RateOfEquipment, name);
            var models = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var model in part.Models)
            {
                if (!models.Add(model)) stop(EditionFindings.ModelTwice, $"{name} {model}");
            }
        }
        else if (part.AssetKind is not null || !part.Models.IsEmpty)
        {
            stop(EditionFindings.KindOfNoEquipment, name);
        }
    }

    private static void OfRules(RentRules rules, List<Finding> findings)
    {
        void Stop(string code, string detail) => findings.Add(new Finding(code, Severity.Stop, Rules, detail));
        void Within(int number, int least, int most, string field)
        {
            if (number < least || number > most) Stop(EditionFindings.RuleOutOfRange, field);
        }
        Within(rules.DefaultTermMonths, 1, GreatestTermMonths, "default_term_months");
        Within(rules.NoticeDays, 0, GreatestDays, "notice_days");
        Within(rules.ConfirmationDays, 1, GreatestDays, "confirmation_days");
        Within(rules.RevisionMonth, 1, 12, "revision_month");
        if (rules.RunningLinesFrom is { Day: not 1 }) Stop(EditionFindings.RuleOutOfRange, "running_lines_from");
        Amount(rules.LossFee, "loss_fee", Stop);
        Amount(rules.DeviationFee, "deviation_fee", Stop);
        Texts(rules.Text, "text", Stop);
    }

    private static void Texts(Bilingual text, string field, Action<string, string> stop)
    {
        if (string.IsNullOrWhiteSpace(text.Swedish)) stop(EditionFindings.TextMissing, $"{field} sv");
        if (string.IsNullOrWhiteSpace(text.English)) stop(EditionFindings.TextMissing, $"{field} en");
    }

    private static void Amount(Money amount, string field, Action<string, string> stop)
    {
        if (amount < Money.Zero || !LineRules.InRange(amount)) stop(EditionFindings.AmountOutOfRange, $"{field} {amount}");
    }

    // The calculation itself is asked, so that what passes here can be delivered: any interest does, and a deviation may lie on top.
    private static Refusal? Priced(Product product)
    {
        var day = DateOnly.MinValue;
        return ProductPrice.Month(product, product.TermMonths[0].Months, day, [new InterestRow(day, 0m)], Money.FromOre(1)).Refusal;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
