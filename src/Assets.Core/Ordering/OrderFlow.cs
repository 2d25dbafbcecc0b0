using static Assets.Core.Ordering.OrderState;

namespace Assets.Core.Ordering;

/// <summary>One step that an order may take from a state, and where it leads.</summary>
public sealed record OrderTransition(OrderState From, OrderStep Step, OrderState To);

/// <summary>
/// The life of an order as a table. Where one step has several ends, the order itself decides: an approval leads to the IT architect
/// while a wish has no price, a delivery ends the work when it was the last line's.
/// </summary>
public static class OrderFlow
{
    public static IReadOnlyList<OrderTransition> Transitions { get; } =
    [
        new(Basket, OrderStep.Submitted, AwaitingApproval),
        new(Basket, OrderStep.Submitted, Accepted), // a return alone: it costs nobody anything
        new(Basket, OrderStep.Cancelled, Cancelled),

        new(AwaitingApproval, OrderStep.Approved, Accepted),
        new(AwaitingApproval, OrderStep.Approved, AwaitingArchitect),
        new(AwaitingApproval, OrderStep.Rejected, Rejected),
        new(AwaitingApproval, OrderStep.Changed, Basket), // taken back by the orderer
        new(AwaitingApproval, OrderStep.Cancelled, Cancelled),
        new(AwaitingApproval, OrderStep.Reminded, AwaitingApproval),
        new(AwaitingApproval, OrderStep.Commented, AwaitingApproval),

        new(AwaitingArchitect, OrderStep.ArchitectApproved, Accepted),
        new(AwaitingArchitect, OrderStep.ArchitectApproved, AwaitingApproval), // the wish has a price that nobody has approved yet
        new(AwaitingArchitect, OrderStep.Rejected, Rejected),
        new(AwaitingArchitect, OrderStep.Changed, Basket),
        new(AwaitingArchitect, OrderStep.Cancelled, Cancelled),
        new(AwaitingArchitect, OrderStep.Reminded, AwaitingArchitect),
        new(AwaitingArchitect, OrderStep.Commented, AwaitingArchitect),

        new(Accepted, OrderStep.SentToArchitect, AwaitingArchitect), // IT finds that the standard does not cover it
        new(Accepted, OrderStep.Accepted, Preparing),
        new(Accepted, OrderStep.Promised, Accepted),
        new(Accepted, OrderStep.Picked, Preparing),
        new(Accepted, OrderStep.Purchased, Accepted),
        new(Accepted, OrderStep.Delivered, Preparing),
        new(Accepted, OrderStep.Delivered, Delivered),
        new(Accepted, OrderStep.Changed, Accepted),
        new(Accepted, OrderStep.Commented, Accepted),
        new(Accepted, OrderStep.Cancelled, Cancelled),

        new(Preparing, OrderStep.Promised, Preparing),
        new(Preparing, OrderStep.Picked, Preparing),
        new(Preparing, OrderStep.Purchased, Preparing),
        new(Preparing, OrderStep.Delivered, Preparing), // some lines of it
        new(Preparing, OrderStep.Delivered, Delivered),
        new(Preparing, OrderStep.Confirmed, Preparing),
        new(Preparing, OrderStep.Reminded, Preparing), // of what has been delivered of it
        new(Preparing, OrderStep.Changed, Preparing),
        new(Preparing, OrderStep.Commented, Preparing),
        new(Preparing, OrderStep.Cancelled, Cancelled),
        new(Preparing, OrderStep.Cancelled, Delivered), // what was not delivered of it

        new(Delivered, OrderStep.Delivered, Delivered), // what was still owed
        new(Delivered, OrderStep.Confirmed, Delivered), // some lines of it
        new(Delivered, OrderStep.Confirmed, Confirmed),
        new(Delivered, OrderStep.Reminded, Delivered),
        new(Delivered, OrderStep.Commented, Delivered),

        new(Confirmed, OrderStep.Delivered, Confirmed),
        new(Confirmed, OrderStep.Commented, Confirmed),

        new(Rejected, OrderStep.Changed, Basket), // worked over, to be submitted again
        new(Rejected, OrderStep.Commented, Rejected),

        new(Cancelled, OrderStep.Commented, Cancelled),
    ];

    /// <summary>True where the step may be taken and may lead there.</summary>
    public static bool May(OrderState from, OrderStep step, OrderState to) => Transitions.Any(one => one.From == from && one.Step == step && one.To == to);

    /// <summary>True where the step may be taken at all: what decides whether a page offers it.</summary>
    public static bool May(OrderState from, OrderStep step) => Transitions.Any(one => one.From == from && one.Step == step);

    /// <summary>An order in such a state waits for somebody; the others are done with or not begun.</summary>
    public static bool IsOpen(OrderState state) => state is AwaitingApproval or AwaitingArchitect or Accepted or Preparing or Delivered;
}
