using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Operations.Ordering;
using Assets.Web.Pages.Ordering;
using Assets.Web.Security;

namespace Assets.Web.Api;

public sealed record OrderReason(string? Reason = null);

public sealed record OrderComment(string Text);

public sealed record OrderRejection(string Reason);

/// <param name="Wishes">What each thing outside the standard costs to buy, and the model that it is.</param>
public sealed record OrderReview(IReadOnlyList<WishReview> Wishes, string? Comment = null);

/// <summary>Orders on their way: read, approved, rejected, reviewed, commented and cancelled. What is done at the bench has a file of its own.</summary>
internal static class OrdersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", List).WithSummary("Orders within reach; the newest first");
        api.MapGet("/orders/{number}", Get).WithSummary("One order with its lines, every step, and whom it waits for");
        api.MapPost("/orders/{number}/approve", Approve).WithSummary("Approves as budget holder or stand-in");
        api.MapPost("/orders/{number}/reject", Reject).WithSummary("Rejects, with a reason");
        api.MapPost("/orders/{number}/review", Review).WithSummary("Decides on what lies outside the standard, as IT architect");
        api.MapPost("/orders/{number}/cancel", Cancel).WithSummary("Cancels the order, or what has not been delivered of it");
        api.MapPost("/orders/{number}/take-back", TakeBack).WithSummary("Makes a basket of it again, to be changed by its orderer");
        api.MapPost("/orders/{number}/comments", Comment).WithSummary("Adds a comment that all of the order's people see");
        api.MapPost("/orders/{number}/confirm", Confirm).WithSummary("Confirms, as orderer or recipient, what has been delivered");
    }

    /// <summary>As the page shows it; by a token for a part of the organisation only what is paid there.</summary>
    public static OrderDetails? Find(Caller caller, OrganisationOverview organisations, string number) =>
        OrderDetails.Find(caller.Database, number, caller.Today, caller.Now) is { } order && order.MaySee(caller.Viewer) && WithinToken(caller, organisations, order.UnitId) ? order : null;

    /// <summary>One's own order is one's own wherever it is paid; a token for another part must not reach it all the same.</summary>
    public static bool WithinToken(Caller caller, OrganisationOverview organisations, int unit) =>
        caller.Viewer.IsNarrowedTo is not { } lineage || organisations.LineageOf(unit)?.StartsWith(lineage, StringComparison.Ordinal) == true;

    public static Answer<OrderTaken> Taken(Outcome<OrderTaken> outcome) => outcome.TryGet(out var taken, out var refusal)
        ? Answer<OrderTaken>.Of(taken, taken.Version, $"/api/v1/orders/{taken.Number}")
        : refusal.Code == OrderRefusals.UnknownOrder ? ApiProblem.NotFound : Answer<OrderTaken>.Of(refusal);

    [Needs(Permission.ViewOrders)]
    private static Answer<Listed<OrderListItem>> List(Caller caller, string? q, OrderStateWord? state, bool? mine, bool? waiting, string? cursor, int? limit)
    {
        if (!Paging.TryNumber(cursor, out var after)) return Paging.BadCursor;
        var awaited = waiting == true ? ApprovalQueue.Of(caller.Database, caller.Viewer.Id, caller.Today, caller.Now).Orders : null;
        var page = OrderList.Read(caller.Database, caller.Reach(Permission.ViewOrders), new OrderQuery(
            mine == true ? caller.Viewer.Id : null, awaited, state?.Value, AssetsApi.Short(q), after, null, Paging.Size(limit), OnlyInReach: caller.Viewer.IsNarrowedTo is not null));
        return new Listed<OrderListItem>(page.Items, Paging.Cursor(page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Needs(Permission.ViewOrders)]
    private static Answer<OrderDetails> Get(Caller caller, OrganisationOverview organisations, string number) =>
        Find(caller, organisations, number) is { } order ? Answer<OrderDetails>.Of(order, order.Version) : ApiProblem.NotFound;

    [Needs(Permission.ApproveOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Approve(Caller caller, OrganisationOverview organisations, string number) => Act(caller, organisations, number, version => ApproveOrder.Run(caller.Acting, number, version));

    [Needs(Permission.ApproveOrders, Permission.ReviewOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Reject(Caller caller, OrganisationOverview organisations, string number, OrderRejection body) =>
        Act(caller, organisations, number, version => RejectOrder.Run(caller.Acting, number, version, body.Reason), order => caller.Viewer.May(order.State == OrderState.AwaitingArchitect ? Permission.ReviewOrders : Permission.ApproveOrders));

    [Needs(Permission.ReviewOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Review(Caller caller, OrganisationOverview organisations, string number, OrderReview body) =>
        Act(caller, organisations, number, version => ReviewOrder.Run(caller.Acting, number, version, body.Wishes, body.Comment));

    [Needs(Permission.PlaceOrders, Permission.FulfilOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Cancel(Caller caller, OrganisationOverview organisations, string number, OrderReason body) =>
        Act(caller, organisations, number, version => CancelOrder.Run(caller.Acting, number, version, body.Reason), order => caller.Viewer.May(order.OrdererId == caller.Viewer.Id ? Permission.PlaceOrders : Permission.FulfilOrders));

    [Needs(Permission.PlaceOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> TakeBack(Caller caller, OrganisationOverview organisations, string number) => Act(caller, organisations, number, version => TakeBackOrder.Run(caller.Acting, number, version));

    [Needs(Permission.ViewOrders)]
    private static Answer<OrderTaken> Comment(Caller caller, OrganisationOverview organisations, string number, OrderComment body) =>
        Act(caller, organisations, number, _ => CommentOrder.Run(caller.Acting, number, body.Text));

    // A recipient has no other right to the order: whoever does not receive is refused by the verb itself.
    [Needs(Permission.ViewOrders)]
    private static Answer<DeliveryConfirmed> Confirm(Caller caller, OrganisationOverview organisations, string number) =>
        Find(caller, organisations, number) is { } order ? ConfirmDelivery.Run(caller.Acting, order.Number) : ApiProblem.NotFound;

    // The verb asks its owner's rights; which of two permissions the case takes, the token has to have been given too.
    private static Answer<OrderTaken> Act(Caller caller, OrganisationOverview organisations, string number, Func<int, Outcome<OrderTaken>> verb, Func<OrderDetails, bool>? may = null)
    {
        if (Find(caller, organisations, number) is not { } order) return ApiProblem.NotFound;
        if (may?.Invoke(order) == false) return ApiProblem.NotAllowed;
        var seen = caller.Http.Features.Get<Seen.SeenVersion>()?.Version ?? 0;
        return seen <= int.MaxValue ? Taken(verb((int)seen)) : ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "if_match_unknown");
    }
}
