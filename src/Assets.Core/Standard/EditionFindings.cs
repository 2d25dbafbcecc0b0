namespace Assets.Core.Standard;

/// <summary>What can be wrong with an edition's content. The web has a sentence for each.</summary>
public static class EditionFindings
{
    public const string NoProducts = "no_products";

    /// <summary>A code is empty, longer than 40 characters, or holds something else than letters, digits, <c>-</c> and <c>_</c>.</summary>
    public const string UnusableCode = "unusable_code";
    public const string CodeTwice = "code_twice";

    /// <summary>Detail: the field and the language, such as <c>name sv</c>.</summary>
    public const string TextMissing = "text_missing";
    public const string TermMissing = "term_missing";
    public const string TermOutOfRange = "term_out_of_range";
    public const string TermTwice = "term_twice";

    /// <summary>The term that the rules name is none of the product's.</summary>
    public const string DefaultTermMissing = "default_term_missing";
    public const string AmountOutOfRange = "amount_out_of_range";
    public const string ResidualAbovePrice = "residual_above_price";

    /// <summary>Nothing at all is charged for it.</summary>
    public const string WithoutPrice = "without_price";
    public const string WithoutEquipment = "without_equipment";
    public const string KindMissing = "kind_missing";

    /// <summary>A kind of asset, or models, on what is no equipment.</summary>
    public const string KindOfNoEquipment = "kind_of_no_equipment";
    public const string ModelTwice = "model_twice";
    public const string QuantityOutOfRange = "quantity_out_of_range";

    /// <summary>Equipment is in the product's purchase price and has no rate of its own.</summary>
    public const string RateOfEquipment = "rate_of_equipment";

    /// <summary>A service or licence whose name a contract line cannot have as a component: one that the program needs itself.</summary>
    public const string ReservedName = "reserved_name";
    public const string RuleOutOfRange = "rule_out_of_range";

    // What the register says.
    public const string UnknownModel = "unknown_model";
    public const string ModelOfOtherKind = "model_of_other_kind";
    public const string UnknownOrganisation = "unknown_organisation";

    public static IReadOnlyList<string> All { get; } =
    [
        NoProducts, UnusableCode, CodeTwice, TextMissing, TermMissing, TermOutOfRange, TermTwice, DefaultTermMissing, AmountOutOfRange,
        ResidualAbovePrice, WithoutPrice, WithoutEquipment, KindMissing, KindOfNoEquipment, ModelTwice, QuantityOutOfRange, RateOfEquipment,
        ReservedName, RuleOutOfRange, UnknownModel, ModelOfOtherKind, UnknownOrganisation,
    ];
}
