using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Operations.Ordering;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="More">The queue is longer than what is worked through in its order: further ones lie behind the last page.</param>
public sealed record QueueView(IReadOnlyList<QueuedOrder> Items, bool More, string? Next) : IPaged;

public sealed record OrderPromise(DateOnly Promised);

/// <param name="Scanned">A tag or a serial.</param>
/// <param name="Line">Which of the order's lines; none: where it fits.</param>
/// <param name="Reason">Why something goes out that the standard does not hold; only from whoever may review orders.</param>
public sealed record OrderPick(string Scanned, int? Line = null, string? Reason = null);

public sealed record OrderTasks(IReadOnlyList<PreparationMark> Marks);

public sealed record OrderTask(int Line, string Text);

/// <param name="On">The day of delivery, which is charged from; today where none is given.</param>
/// <param name="Lines">None: all that are left.</param>
/// <param name="Reason">Why something goes out without all of its pieces.</param>
/// <param name="CostCode">Pays from now on in place of the order's own, where that has ended: another that the unit may use.</param>
public sealed record OrderDelivery(
    DateOnly? On = null, IReadOnlyList<int>? Lines = null, string? Reason = null, IReadOnlyList<HandedBack>? HandedIn = null, string? CostCode = null);

/// <summary>What comes back with a line.</summary>
public sealed record HandedBack(int Line, bool Wiped, bool Reused = true, bool KeepsAttached = false);

/// <summary>IT at the bench: the queue, accepting, picking, preparing, delivering.</summary>
internal static class BenchApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/queue", Queue).WithSummary("What waits for IT, in the order in which it is due");
        api.MapGet("/queue/{number}", Get).WithSummary("One order with its pieces and tasks");
        api.MapPost("/queue/{number}/accept", Accept).WithSummary("Takes an order on, with a promised day");
        api.MapPost("/queue/{number}/promise", Promise).WithSummary("Promises another day");
        api.MapPost("/queue/{number}/picks", Pick).WithSummary("Picks an asset for the order");
        api.MapDelete("/queue/{number}/picks/{tag}", Unpick).WithSummary("Puts a picked asset back");
        api.MapPost("/queue/{number}/tasks", Mark).WithSummary("Marks what is set up");
        api.MapPost("/queue/{number}/tasks/new", AddTask).WithSummary("Adds a task of its own to a line");
        api.MapPost("/queue/{number}/deliver", Deliver).WithSummary("Hands over; the rent follows");
        api.MapPost("/queue/{number}/lines/{line:int}/confirmation", Issue).WithSummary("A new link by which the recipient confirms");
    }

    [Needs(Permission.ViewQueue)]
    private static Answer<QueueView> Queue(Caller caller, string? cursor, int? limit)
    {
        if (!Paging.TryPlace(cursor, out var after)) return Paging.BadCursor;
        var queue = OrderQueue.Read(caller.Database, caller.Reach(Permission.ViewQueue), caller.Today);
        var page = Paging.Page(queue.Orders, after, Paging.Size(limit), order => order.Place());
        return new QueueView(page.Items, queue.More, page.Next);
    }

    [Needs(Permission.FulfilOrders, Permission.ReviewOrders)]
    private static Answer<OrderBench> Get(Caller caller, string number) => ToPick(caller, number) is { } order ? Answer<OrderBench>.Of(order, order.Version) : ApiProblem.NotFound;

    [Needs(Permission.FulfilOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Accept(Caller caller, string number, OrderPromise body) => Act(caller, number, order => AcceptOrder.Run(caller.Acting, order, body.Promised, Version(caller)));

    [Needs(Permission.FulfilOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderTaken> Promise(Caller caller, string number, OrderPromise body) => Act(caller, number, order => PromiseOrder.Run(caller.Acting, order, body.Promised, Version(caller)));

    [Needs(Permission.FulfilOrders, Permission.ReviewOrders)]
    private static Answer<AssetPicked> Pick(Caller caller, string number, OrderPick body) =>
        ToPick(caller, number) is { } order ? PickAsset.Run(caller.Acting, order.Number, body.Scanned, body.Line, AssetsApi.Some(body.Reason)) : ApiProblem.NotFound;

    [Needs(Permission.FulfilOrders)]
    private static Answer<OrderTaken> Unpick(Caller caller, string number, string tag) => Act(caller, number, order => UnpickAsset.Run(caller.Acting, order, tag));

    [Needs(Permission.FulfilOrders)]
    private static Answer<OrderTaken> Mark(Caller caller, string number, OrderTasks body) => Act(caller, number, order => PrepareOrder.Run(caller.Acting, order, body.Marks));

    [Needs(Permission.FulfilOrders)]
    private static Answer<OrderTaken> AddTask(Caller caller, string number, OrderTask body) => Act(caller, number, order => PrepareOrder.Add(caller.Acting, order, body.Line, body.Text));

    [Needs(Permission.FulfilOrders)]
    [ChangesWhatWasSeen]
    private static Answer<OrderDelivered> Deliver(Caller caller, string number, OrderDelivery body)
    {
        if (Find(caller, number) is not { } order) return ApiProblem.NotFound;
        var back = (body.HandedIn ?? []).DistinctBy(one => one.Line).ToDictionary(one => one.Line, one => new HandedIn(one.Wiped, one.Reused, one.KeepsAttached));
        return DeliverOrder.Run(caller.Acting, new DeliveryRequest(order.Number, body.On, body.Lines, AssetsApi.Some(body.Reason), back, Version(caller), body.CostCode));
    }

    [Needs(Permission.FulfilOrders)]
    private static Answer<ConfirmationIssued> Issue(Caller caller, string number, int line) =>
        Find(caller, number) is { } order ? IssueConfirmation.Run(caller.Acting, order.Number, line) : ApiProblem.NotFound;

    private static OrderBench? Find(Caller caller, string number) => OrderBench.Read(caller.Database, caller.Reach(Permission.FulfilOrders), caller.Today, number);

    // The IT architect picks what lies outside the standard.
    private static OrderBench? ToPick(Caller caller, string number) => Find(caller, number) ?? OrderBench.Read(caller.Database, caller.Reach(Permission.ReviewOrders), caller.Today, number);

    private static Answer<OrderTaken> Act(Caller caller, string number, Func<string, Outcome<OrderTaken>> verb) =>
        Find(caller, number) is { } order ? OrdersApi.Taken(verb(order.Number)) : ApiProblem.NotFound;

    private static int Version(Caller caller) => (int)Math.Min(int.MaxValue, caller.SeenVersion);
}
