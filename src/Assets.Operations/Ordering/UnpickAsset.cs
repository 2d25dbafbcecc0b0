using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Puts an asset back that was set aside for an order and has not gone out.</summary>
public static class UnpickAsset
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, string tag)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "unpick asset");
        if (!store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (StockedAsset.Find(writing.Connection, tag) is not { } asset) return new Refusal(FulfilRefusals.UnknownScan, tag);
        if (writing.Connection.Execute("delete from picked_assets where asset_id = @p0 and order_id = @p1", asset.Id, order.Id) == 0)
            return new Refusal(FulfilRefusals.NotPicked, asset.Tag);
        PickAsset.Note(writing, store, order.Id, installation.Today, asset.Tag, null);
        writing.Commit();
        return new OrderTaken(order.Number, order.State, order.Version);
    }

    /// <summary>All of an order that comes to nothing.</summary>
    internal static void All(Writing writing, int orderId) => writing.Connection.Execute("delete from picked_assets where order_id = @p0", orderId);
}
