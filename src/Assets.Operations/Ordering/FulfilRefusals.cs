namespace Assets.Operations.Ordering;

/// <summary>Why IT's side of an order is refused: picking, delivering, confirming, and what is asked of something that is rented.</summary>
public static class FulfilRefusals
{
    /// <summary>Nothing has that tag or serial. Detail: what was scanned.</summary>
    public const string UnknownScan = "scan_unknown";

    /// <summary>Detail: tag and the state it has.</summary>
    public const string NotInStock = "asset_not_in_stock";

    /// <summary>Set aside already. Detail: tag and the order's number.</summary>
    public const string PickedElsewhere = "picked_elsewhere";

    /// <summary>A contract line still charges for it. Detail: tag and the line's code.</summary>
    public const string StillRented = "still_rented";

    /// <summary>No piece that is missing is of this kind. Detail: tag and model.</summary>
    public const string AnotherKind = "another_kind";

    /// <summary>No piece that is missing may be of this model; whoever reviews what lies outside the standard may take it, with a reason. Detail: tag and model.</summary>
    public const string OutsideTheStandard = "outside_the_standard";

    /// <summary>The asset is no longer as it was when it was picked, and cannot be handed out or taken back. Detail: tag and why.</summary>
    public const string AssetNotAsPicked = "asset_not_as_picked";

    /// <summary>The contract line takes no such change on that day. Detail: why.</summary>
    public const string RentRefused = "rent_refused";

    /// <summary>Every piece is there already.</summary>
    public const string NothingToPick = "nothing_to_pick";

    /// <summary>It is not set aside for this order. Detail: tag.</summary>
    public const string NotPicked = "not_picked";

    /// <summary>Pieces are missing; with a reason they may come later. Detail: the line's number and how many.</summary>
    public const string PiecesMissing = "pieces_missing";
    public const string PromisedInThePast = "promised_in_the_past";

    /// <summary>Detail: the day.</summary>
    public const string DeliveredInTheFuture = "delivered_in_the_future";

    /// <summary>A slip in the year would charge from long before anybody asked for it. Detail: the day on which the order was sent.</summary>
    public const string DeliveredBeforeSent = "delivered_before_sent";

    /// <summary>A reason lets pieces come later, but not all of them: rent would be paid for nothing. Detail: the line's number.</summary>
    public const string NothingPicked = "nothing_picked";

    /// <summary>The order's cost code does not hold on the day; another may pay. Detail: the code.</summary>
    public const string CostCodeEnded = "delivery_cost_code_ended";

    /// <summary>The unit that ordered is no more on the day. Detail: its code.</summary>
    public const string UnitEnded = "delivery_unit_ended";

    /// <summary>What stores data comes back only wiped. Detail: tag.</summary>
    public const string WipeMissing = "wipe_missing";

    /// <summary>It has been used since it was last wiped, and goes to nobody else like that. Detail: tag.</summary>
    public const string NotWiped = "not_wiped";

    public const string UnknownConfirmation = "unknown_confirmation";
    public const string ConfirmationExpired = "confirmation_expired";

    /// <summary>Nothing of the order has been delivered that waits for a confirmation.</summary>
    public const string NothingToConfirm = "nothing_to_confirm";

    /// <summary>The contract line does not run any more, or not yet. Detail: its code.</summary>
    public const string NotRunning = "line_not_running";

    /// <summary>What the line rented has been handed in, and it runs only until the notice is over. Detail: its code and its last day.</summary>
    public const string HandedIn = "line_handed_in";

    /// <summary>An order about the line is under way. Detail: the order's number.</summary>
    public const string OrderedAlready = "line_ordered_already";

    public static IReadOnlyList<string> All { get; } =
    [
        UnknownScan, NotInStock, AssetNotAsPicked, RentRefused, PickedElsewhere, StillRented, AnotherKind, OutsideTheStandard, NothingToPick, NotPicked, PiecesMissing, PromisedInThePast, DeliveredInTheFuture, DeliveredBeforeSent,
        NothingPicked, CostCodeEnded, UnitEnded,
        WipeMissing, NotWiped, UnknownConfirmation, ConfirmationExpired, NothingToConfirm, NotRunning, HandedIn, OrderedAlready,
    ];
}
