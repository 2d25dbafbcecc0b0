using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>One field of a product or of the rules, before and after, as files write it; empty where there was or is nothing.</summary>
public sealed record FieldDifference(string Field, string Before, string After);

/// <summary>A product that is in only one of two editions, or differs between them.</summary>
/// <param name="Before">None for one that is added.</param>
/// <param name="After">None for one that is removed.</param>
/// <param name="Fields">Empty for one that is added or removed.</param>
public sealed record ProductDifference(string Code, Product? Before, Product? After, IReadOnlyList<FieldDifference> Fields);

/// <summary>What one edition changes of another.</summary>
public sealed record EditionDifference(IReadOnlyList<ProductDifference> Products, IReadOnlyList<FieldDifference> Rules)
{
    public bool IsEmpty => Products.Count == 0 && Rules.Count == 0;

    /// <summary>Products in the order of the later edition, then those that it leaves out. The order within an edition is no difference.</summary>
    public static EditionDifference Between(Edition before, Edition after)
    {
        var products = new List<ProductDifference>();
        foreach (var product in after.Products)
        {
            var old = before.Find(product.Code);
            if (old is null) products.Add(new ProductDifference(product.Code, null, product, []));
            else if (old != product) products.Add(new ProductDifference(product.Code, old, product, Fields(Texts(old), Texts(product))));
        }
        foreach (var product in before.Products)
        {
            if (after.Find(product.Code) is null) products.Add(new ProductDifference(product.Code, product, null, []));
        }
        return new EditionDifference(products, Fields(Texts(before.Rules), Texts(after.Rules)));
    }

    /// <summary>The words for fields that a difference can name; pages have a text for each.</summary>
    public static IReadOnlyList<string> FieldNames { get; } = [.. Texts(Nothing).Concat(Texts(NoRules)).Select(field => field.Name)];

    private static Product Nothing => new("", ProductKind.Workplace, new Bilingual("", ""), new Bilingual("", ""), "", default, default, default, [], default, [], []);

    private static RentRules NoRules => new(0, 0, false, default, default, 0, 0, new Bilingual("", ""));

    private static List<FieldDifference> Fields(List<(string Name, string Text)> before, List<(string Name, string Text)> after)
    {
        var fields = new List<FieldDifference>();
        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Text != after[i].Text) fields.Add(new FieldDifference(before[i].Name, before[i].Text, after[i].Text));
        }
        return fields;
    }

    private static List<(string Name, string Text)> Texts(Product product) =>
    [
        ("code", product.Code),
        ("product_kind", ProductKinds.Vocabulary.Word(product.Kind)),
        ("name", Both(product.Name)),
        ("for", Both(product.For)),
        ("icon", product.Icon),
        ("method", product.Method.ToString()),
        ("purchase_price", product.PurchasePrice.ToString()),
        ("residual", product.Residual.ToString()),
        ("terms", string.Join(", ", product.TermMonths.Select(term => Number(term.Months)))),
        ("support", product.Support.ToString()),
        ("parts", string.Join("; ", product.Parts.Select(Text))),
        ("ordered_by", string.Join(", ", product.OrderedBy)),
    ];

    private static List<(string Name, string Text)> Texts(RentRules rules) =>
    [
        ("default_term_months", Number(rules.DefaultTermMonths)),
        ("notice_days", Number(rules.NoticeDays)),
        ("waives_unpaid_on_reuse", rules.WaivesUnpaidOnReuse ? "yes" : "no"),
        ("loss_fee", rules.LossFee.ToString()),
        ("deviation_fee", rules.DeviationFee.ToString()),
        ("confirmation_days", Number(rules.ConfirmationDays)),
        ("revision_month", Number(rules.RevisionMonth)),
        ("running_lines_from", rules.RunningLinesFrom?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
        ("rulebook_text", Both(rules.Text)),
    ];

    private static string Text(Part part)
    {
        var kind = part.AssetKind is { } asset ? AssetKinds.Vocabulary.Word(asset) : ProductKinds.Parts.Word(part.Kind);
        var models = part.Models.IsEmpty ? "" : $" ({string.Join(", ", part.Models)})";
        var rate = part.MonthlyRate == Money.Zero ? "" : $" {part.MonthlyRate}";
        return $"{Number(part.Quantity)} {Both(part.Name)}, {kind}{models}{rate}";
    }

    private static string Both(Bilingual text) => text.Swedish == text.English ? text.Swedish : $"{text.Swedish} / {text.English}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
