using Assets.Core.Ordering;

namespace Assets.Web.Pages.Ordering;

/// <summary>The colour of an order's state; the word always stands beside it. Yellow waits for somebody to decide, blue is being worked on.</summary>
public static class OrderBadge
{
    public static string Of(OrderState state) => state switch
    {
        OrderState.AwaitingApproval or OrderState.AwaitingArchitect => "badge bg-yellow-lt",
        OrderState.Accepted or OrderState.Preparing => "badge bg-blue-lt",
        OrderState.Delivered => "badge bg-cyan-lt",
        OrderState.Confirmed => "badge bg-green-lt",
        OrderState.Rejected => "badge bg-red-lt",
        _ => "badge bg-secondary-lt",
    };
}

/// <summary>The way of an order as a row of stations, of which some are behind it.</summary>
/// <param name="IsReached">Whether the order has come there.</param>
/// <param name="IsHere">Whether it waits there now.</param>
public sealed record Station(OrderState State, bool IsReached, bool IsHere)
{
    /// <summary>The stations of an order; the architect's only where something lies outside the standard. None for one that was called off or turned down.</summary>
    public static IReadOnlyList<Station> Of(OrderState state, bool hasWish)
    {
        if (state is OrderState.Rejected or OrderState.Cancelled or OrderState.Basket) return [];
        OrderState[] way = hasWish
            ? [OrderState.AwaitingApproval, OrderState.AwaitingArchitect, OrderState.Accepted, OrderState.Preparing, OrderState.Delivered, OrderState.Confirmed]
            : [OrderState.AwaitingApproval, OrderState.Accepted, OrderState.Preparing, OrderState.Delivered, OrderState.Confirmed];
        return [.. way.Select(station => new Station(station, station <= state, station == state))];
    }
}
