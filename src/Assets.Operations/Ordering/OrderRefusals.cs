namespace Assets.Operations.Ordering;

/// <summary>Why a verb of ordering is refused.</summary>
public static class OrderRefusals
{
    public const string UnknownOrder = "unknown_order";
    public const string UnknownOrderLine = "unknown_order_line";

    /// <summary>The order has gone on: the step cannot be taken from its state. Detail: the state's word.</summary>
    public const string NotInThisState = "order_not_in_state";

    /// <summary>Somebody has changed it since it was read. Detail: the version that it has now.</summary>
    public const string ChangedMeanwhile = "changed_meanwhile";

    public const string NoEdition = "no_edition_in_force";
    public const string UnknownProduct = "unknown_product";

    /// <summary>The one who acts has no account here.</summary>
    public const string UnknownPerson = "unknown_person";

    /// <summary>The one who acts may not do this for that unit.</summary>
    public const string NotYours = "not_yours";

    public const string ReasonMissing = "reason_missing";

    public static IReadOnlyList<string> All { get; } =
        [UnknownOrder, UnknownOrderLine, NotInThisState, ChangedMeanwhile, NoEdition, UnknownProduct, UnknownPerson, NotYours, ReasonMissing];
}
