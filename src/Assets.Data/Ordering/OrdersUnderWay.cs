using Assets.Core.Ordering;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>How many orders have been submitted and not yet been confirmed, rejected or cancelled.</summary>
public static class OrdersUnderWay
{
    public static int Count(Database database, Reach reach)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Add($"select count(*) from orders where state between {OrderState.AwaitingApproval} and {OrderState.Delivered}");
        if (!reach.IsEverywhere) query.Raw(" and unit_id in ").Numbers(reach.Units);
        return (int)reading.Number(query);
    }
}
