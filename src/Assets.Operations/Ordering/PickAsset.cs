using System.Data.Common;
using System.Text.Json;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;

namespace Assets.Operations.Ordering;

/// <param name="Left">How many pieces of the order are still missing.</param>
public sealed record AssetPicked(string OrderNumber, int Line, string Tag, string Model, int Left);

/// <summary>Sets an asset aside for an order: one scan, and it goes to the first line that lacks such a piece.</summary>
public static class PickAsset
{
    /// <param name="scanned">A tag or a serial, as the scanner reads it.</param>
    /// <param name="line">Only for this line; none: whichever lacks it.</param>
    /// <param name="reason">Why a model is taken that the standard does not allow for the piece: the IT architect may.</param>
    public static Outcome<AssetPicked> Run(Installation installation, string number, string scanned, int? line = null, string? reason = null)
    {
        using var act = OrderAct.Begin(installation, "pick asset", reason);
        var (writing, store, connection) = (act.Writing, act.Store, act.Writing.Connection);
        if (!OrderInHand.Load(store, connection, installation.Today, number).TryGet(out var hand, out var refusal)) return refusal;
        if (hand.Cannot(OrderStep.Delivered) is { } cannot) return cannot;
        if (StockedAsset.Find(connection, scanned) is not { } asset) return new Refusal(FulfilRefusals.UnknownScan, scanned.Trim());
        if (NotFree(connection, asset, installation.Today) is { } taken) return taken;
        if (WipeDemand.HoldsSomebodysData(connection, asset.Id, asset.Kind)) return new Refusal(FulfilRefusals.NotWiped, asset.Tag);

        var open = (from one in hand.Lines where line is null || one.Number == line from slot in hand.Missing(one) select (Line: one, Slot: slot)).ToList();
        if (open.Count == 0) return new Refusal(FulfilRefusals.NothingToPick, hand.Order.Number);
        var place = open.Find(piece => piece.Slot.Allows(asset.Kind, asset.ModelCode));
        if (place.Line is null)
        {
            place = open.Find(piece => piece.Slot.Kind == asset.Kind);
            if (place.Line is null) return new Refusal(FulfilRefusals.AnotherKind, $"{asset.Tag} {asset.Model}");
            if (string.IsNullOrWhiteSpace(reason) || !act.ActorMay(Permission.ReviewOrders, hand.Order.UnitId)) return new Refusal(FulfilRefusals.OutsideTheStandard, $"{asset.Tag} {asset.Model}");
        }

        connection.Execute(
            "insert into picked_assets (asset_id, order_id, line_number, part) values (@p0, @p1, @p2, @p3)", asset.Id, hand.Order.Id, place.Line.Number, place.Slot.Number);
        // The first piece is a step that the orderer sees; each further one is not, or three workplaces would be nine lines to read.
        if (hand.Order.State == OrderState.Accepted && !store.Take(hand.Order, OrderStep.Picked, hand.Order with { State = OrderState.Preparing }).TryGet(out _, out refusal)) return refusal;
        Note(writing, store, hand.Order.Id, installation.Today, null, $"{place.Line.Number} {asset.Tag}");
        writing.Commit();
        return new AssetPicked(hand.Order.Number, place.Line.Number, asset.Tag, asset.Model, hand.Lines.Sum(one => hand.Missing(one).Count) - 1);
    }

    internal static void Note(Writing writing, OrderStore store, int order, DateOnly today, string? before, string? after) =>
        History.Add(writing, store.ChangeSet, Subject.Order, order, today, Picked(before), Picked(after));

    private static string Picked(string? what) => JsonSerializer.Serialize(new Dictionary<string, string?> { ["picked"] = what }, History.Json);

    private static Refusal? NotFree(DbConnection connection, StockedAsset asset, DateOnly today)
    {
        var other = connection.Scalar("select o.number from picked_assets p join orders o on o.id = p.order_id where p.asset_id = @p0", asset.Id);
        if (other is string order) return new Refusal(FulfilRefusals.PickedElsewhere, $"{asset.Tag} {order}");
        if (asset.State != AssetState.InStock) return new Refusal(FulfilRefusals.NotInStock, $"{asset.Tag} {AssetStates.Vocabulary.Word(asset.State)}");
        var line = connection.Scalar(
            "select l.code from line_segments s join contract_lines l on l.id = s.line_id where s.asset_id = @p0 and (s.until_on is null or s.until_on > @p1) order by s.from_on limit 1",
            asset.Id, Conventions.ToNumber(today));
        return line is string code ? new Refusal(FulfilRefusals.StillRented, $"{asset.Tag} {code}") : null;
    }
}
