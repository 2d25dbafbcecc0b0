using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Web.Values;

namespace Assets.Web.Pages.Standard;

/// <summary>One part of a product as it is typed.</summary>
public sealed class PartForm
{
    public string? Kind { get; set; }

    public string? NameSv { get; set; }

    public string? NameEn { get; set; }

    public string? AssetKind { get; set; }

    public string? Models { get; set; }

    public string? Quantity { get; set; }

    public string? Rate { get; set; }

    /// <summary>Nothing was typed: such a row is no part.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(NameSv) && string.IsNullOrWhiteSpace(NameEn) && string.IsNullOrWhiteSpace(Models) && string.IsNullOrWhiteSpace(Rate);

    public static PartForm New => new() { Kind = "equipment", Quantity = "1" };

    public static PartForm Of(Part part) => new()
    {
        Kind = ProductKinds.Parts.Word(part.Kind),
        NameSv = part.Name.Swedish,
        NameEn = part.Name.English,
        AssetKind = part.AssetKind is { } kind ? AssetKinds.Vocabulary.Word(kind) : "",
        Models = string.Join(", ", part.Models),
        Quantity = part.Quantity.ToString(CultureInfo.InvariantCulture),
        Rate = part.MonthlyRate == Money.Zero ? "" : WrittenAmount.Field(part.MonthlyRate),
    };
}

/// <summary>A product as it is typed, and what it says.</summary>
public sealed class ProductForm
{
    /// <summary>More rows than any product has; a longer form is not one of ours.</summary>
    public const int MostParts = 40;

    public string? Code { get; set; }

    public string? Kind { get; set; }

    public string? Icon { get; set; }

    public string? NameSv { get; set; }

    public string? NameEn { get; set; }

    public string? ForSv { get; set; }

    public string? ForEn { get; set; }

    public string? Method { get; set; }

    public string? PurchasePrice { get; set; }

    public string? Residual { get; set; }

    public string? Support { get; set; }

    public string? Terms { get; set; }

    public string? OrderedBy { get; set; }

    public List<PartForm> Parts { get; set; } = [];

    public static ProductForm New(RentRules rules) => new()
    {
        Kind = "workplace", Icon = ProductIcons.All[0], Method = nameof(Core.Rentals.Method.A), Terms = rules.DefaultTermMonths.ToString(CultureInfo.InvariantCulture), Parts = [PartForm.New],
    };

    public static ProductForm Of(Product product) => new()
    {
        Code = product.Code,
        Kind = ProductKinds.Vocabulary.Word(product.Kind),
        Icon = product.Icon,
        NameSv = product.Name.Swedish,
        NameEn = product.Name.English,
        ForSv = product.For.Swedish,
        ForEn = product.For.English,
        Method = product.Method.ToString(),
        PurchasePrice = WrittenAmount.Field(product.PurchasePrice),
        Residual = WrittenAmount.Field(product.Residual),
        Support = WrittenAmount.Field(product.Support),
        Terms = string.Join(", ", product.TermMonths.Select(term => term.Months.ToString(CultureInfo.InvariantCulture))),
        OrderedBy = string.Join(", ", product.OrderedBy),
        Parts = [.. product.Parts.Select(PartForm.Of)],
    };

    /// <summary>The product as typed, or the fields that cannot be read. Whether it is a good one, the check of editions says.</summary>
    public (Product? Product, IReadOnlyList<string> Unreadable) Read()
    {
        var unreadable = new List<string>();
        var code = (Code ?? "").Trim();
        if (!EditionCheck.IsUsableCode(code)) unreadable.Add("code");
        if (!ProductKinds.Vocabulary.TryParse(Kind, out var kind)) unreadable.Add("product_kind");
        if (!Enum.TryParse<Method>(Method, out var method) || !Enum.IsDefined(method)) unreadable.Add("method");
        var terms = new List<Term>();
        foreach (var text in Listed(Terms))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months <= 9_999) terms.Add(new Term(months));
            else unreadable.Add("terms");
        }
        if (terms.Count == 0) unreadable.Add("terms");
        var product = new Product(
            code, kind, Both(NameSv, NameEn), Both(ForSv, ForEn), ProductIcons.Known(Icon ?? ""), method, Amount(PurchasePrice, "purchase_price", unreadable),
            Amount(Residual, "residual", unreadable), [.. terms], Amount(Support, "support", unreadable),
            [.. Parts.Where(part => !part.IsBlank).Select(part => Read(part, unreadable))], [.. Listed(OrderedBy)]);
        return (unreadable.Count == 0 ? product : null, [.. unreadable.Distinct()]);
    }

    private static Part Read(PartForm form, List<string> unreadable)
    {
        if (!ProductKinds.Parts.TryParse(form.Kind, out var kind)) unreadable.Add("part_kind");
        AssetKind? asset = null;
        if (kind == PartKind.Equipment && AssetKinds.Vocabulary.TryParse(form.AssetKind, out var chosen)) asset = chosen;
        var quantity = 1;
        if (!string.IsNullOrWhiteSpace(form.Quantity) && !(int.TryParse(form.Quantity.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out quantity) && quantity <= 9_999)) unreadable.Add("quantity");
        EquatableArray<string> models = kind == PartKind.Equipment ? [.. Listed(form.Models)] : [];
        return new Part(kind, Both(form.NameSv, form.NameEn), asset, models, quantity, Amount(form.Rate, "rate", unreadable));
    }

    private static Money Amount(string? text, string field, List<string> unreadable)
    {
        if (!WrittenAmount.TryRead(text, out var amount)) unreadable.Add(field);
        return amount;
    }

    private static Bilingual Both(string? swedish, string? english) => new((swedish ?? "").Trim(), (english ?? "").Trim());

    private static string[] Listed(string? text) => (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
