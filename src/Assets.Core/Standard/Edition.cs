using System.Text.Json.Serialization;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>
/// The municipal standard (<c>kommunal standard</c>) as one edition says it: what can be rented, at what price, under which rules.
/// Content only; number, state and decision stand beside it.
/// </summary>
public sealed record Edition(EquatableArray<Product> Products, RentRules Rules)
{
    public Product? Find(string code) => Products.FirstOrDefault(product => string.Equals(product.Code, code, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A text that readers see, in both languages.</summary>
public sealed record Bilingual(string Swedish, string English)
{
    /// <summary>In a language; where a draft has not been translated yet, in the other one.</summary>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    public string In(string language) => language == "en"
        ? English.Length > 0 ? English : Swedish
        : Swedish.Length > 0 ? Swedish : English;
}

/// <summary>The rules for renting of one edition: dated data that the system applies.</summary>
/// <param name="DefaultTermMonths">The term that is chosen where nobody chooses: 48.</param>
/// <param name="NoticeDays">A return that is announced on a day ends the rent this many days later at the earliest; 0 for the day itself.</param>
/// <param name="WaivesUnpaidOnReuse">Early return: the unpaid capital part is not charged where the device is used again.</param>
/// <param name="LossFee">Handling fee beside the book value of a lost asset.</param>
/// <param name="DeviationFee">Each month, on what lies outside the standard.</param>
/// <param name="ConfirmationDays">A delivery that nobody has confirmed after so many days brings a reminder.</param>
/// <param name="RevisionMonth">The month of the yearly revision, 1 to 12.</param>
/// <param name="Text">What the printed rulebook says besides, in paragraphs.</param>
/// <param name="RunningLinesFrom">
/// Running lines of the edition's products take its price from this first of a month; none, which is usual: they keep the terms they
/// began with until they are renewed.
/// </param>
public sealed record RentRules(
    int DefaultTermMonths,
    int NoticeDays,
    bool WaivesUnpaidOnReuse,
    Money LossFee,
    Money DeviationFee,
    int ConfirmationDays,
    int RevisionMonth,
    Bilingual Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? RunningLinesFrom = null);
