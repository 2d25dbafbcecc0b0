using Assets.Core.Values;

namespace Assets.Core.Ordering;

/// <summary>Where an order stands. The orderer sees each step with date and name.</summary>
public enum OrderState
{
    /// <summary>A basket: the orderer's alone, until it is submitted.</summary>
    Basket = 0,

    /// <summary>Waits for the budget holder (<c>attest</c>).</summary>
    AwaitingApproval = 1,

    /// <summary>Approved, and something lies outside the standard: waits for the IT architect.</summary>
    AwaitingArchitect = 2,

    /// <summary>Waits for IT to take it on.</summary>
    Accepted = 3,

    /// <summary>Assets are picked and set up.</summary>
    Preparing = 4,

    /// <summary>Every line is delivered; what waits is the recipient's confirmation.</summary>
    Delivered = 5,
    Confirmed = 6,
    Rejected = 7,
    Cancelled = 8,
}

/// <summary>What an order line asks for.</summary>
public enum OrderLineKind
{
    /// <summary>Something new of the catalogue.</summary>
    New = 0,

    /// <summary>Another asset in place of the one that a contract line has.</summary>
    Replace = 1,

    /// <summary>Another unit or cost code pays for a contract line from a day.</summary>
    Move = 2,

    /// <summary>A contract line ends.</summary>
    Return = 3,
}

/// <summary>What happened to an order; each is kept with day, name and text.</summary>
public enum OrderStep
{
    Submitted = 0,
    Approved = 1,
    Rejected = 2,
    SentToArchitect = 3,
    ArchitectApproved = 4,
    Accepted = 5,
    Promised = 6,
    Picked = 7,
    Delivered = 8,
    Confirmed = 9,
    Cancelled = 10,
    Changed = 11,
    Commented = 12,
    Reminded = 13,
    Purchased = 14,
}

public static class OrderStates
{
    public static Vocabulary<OrderState> Vocabulary { get; } = new(
        (OrderState.Basket, "basket"),
        (OrderState.AwaitingApproval, "awaiting_approval"),
        (OrderState.AwaitingArchitect, "awaiting_architect"),
        (OrderState.Accepted, "accepted"),
        (OrderState.Preparing, "preparing"),
        (OrderState.Delivered, "delivered"),
        (OrderState.Confirmed, "confirmed"),
        (OrderState.Rejected, "rejected"),
        (OrderState.Cancelled, "cancelled"));

    public static Vocabulary<OrderLineKind> LineKinds { get; } = new(
        (OrderLineKind.New, "new"),
        (OrderLineKind.Replace, "replace"),
        (OrderLineKind.Move, "move"),
        (OrderLineKind.Return, "return"));

    public static Vocabulary<OrderStep> Steps { get; } = new(
        (OrderStep.Submitted, "submitted"),
        (OrderStep.Approved, "approved"),
        (OrderStep.Rejected, "rejected"),
        (OrderStep.SentToArchitect, "sent_to_architect"),
        (OrderStep.ArchitectApproved, "architect_approved"),
        (OrderStep.Accepted, "accepted"),
        (OrderStep.Promised, "promised"),
        (OrderStep.Picked, "picked"),
        (OrderStep.Delivered, "delivered"),
        (OrderStep.Confirmed, "confirmed"),
        (OrderStep.Cancelled, "cancelled"),
        (OrderStep.Changed, "changed"),
        (OrderStep.Commented, "commented"),
        (OrderStep.Reminded, "reminded"),
        (OrderStep.Purchased, "purchased"));
}
