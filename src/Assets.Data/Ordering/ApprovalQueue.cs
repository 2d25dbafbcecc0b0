using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>The orders that wait for one person: as the nearest budget holder, as a stand-in, or as the IT architect.</summary>
/// <param name="Orders">Ids, oldest first.</param>
public sealed record ApprovalQueue(IReadOnlyList<int> Orders)
{
    // What waits is little: nobody lets two thousand orders lie. Beyond that the oldest come first.
    private const int Most = 2_000;

    public static ApprovalQueue Of(Database database, int userId, DateOnly today, DateTimeOffset now)
    {
        using var reading = PageReading.Begin(database);
        var approvals = Approvals.Load(reading, today, now);
        var reviews = approvals.Has(userId, Permission.ReviewOrders);
        if (!reviews && !approvals.Involves(userId)) return new ApprovalQueue([]);
        var waiting = reading.Rows(
            new Query().Add($"select o.id, o.state, o.monthly_rent, o.orderer_id, u.lineage from orders o join organisations u on u.id = o.unit_id where o.state in ({OrderState.AwaitingApproval}, {OrderState.AwaitingArchitect}) order by o.submitted_at limit {Most}"),
            r => (Id: r.GetInt32(0), State: (OrderState)r.GetInt32(1), Rent: Money.FromOre(r.GetInt64(2)), Orderer: r.GetInt32(3), Lineage: r.GetString(4)));
        return new ApprovalQueue([.. waiting
            .Where(order => order.State == OrderState.AwaitingArchitect
                ? reviews && approvals.May(userId, Permission.ReviewOrders, order.Lineage)
                : approvals.For(order.Lineage, order.Rent, order.Orderer).Any(one => one.IsAwaited && one.Person.Id == userId))
            .Select(order => order.Id)]);
    }
}
