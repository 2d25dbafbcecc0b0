using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>A piece of work before a delivery.</summary>
/// <param name="Item">The part's number in the product, or 1 000 and on for what was added.</param>
public sealed record PreparationMark(int Line, int Item, bool Done);

/// <summary>
/// The preparation of an order: services and licences of each line's product to set up, and what a technician adds. It reminds and does
/// not hold: an order may be delivered with things left to do.
/// </summary>
public static class PrepareOrder
{
    private const int LongestText = 200;

    /// <summary>Ticks what is done and what is not; what is not named stays as it is.</summary>
    public static Outcome<OrderTaken> Run(Installation installation, string number, IReadOnlyList<PreparationMark> marks)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "prepare order");
        if (!OrderInHand.Load(store, writing.Connection, installation.Today, number).TryGet(out var hand, out var refusal)) return refusal;
        if (hand.Cannot(OrderStep.Delivered) is { } cannot) return cannot;
        foreach (var mark in marks)
        {
            if (hand.Lines.Find(one => one.Number == mark.Line) is not { } line) return new Refusal(OrderRefusals.UnknownOrderLine, $"{mark.Line}");
            if (!Mark(writing, store, installation, hand, line, mark)) return new Refusal(OrderRefusals.UnknownOrderLine, $"{mark.Line} {mark.Item}");
        }
        writing.Commit();
        return new OrderTaken(hand.Order.Number, hand.Order.State, hand.Order.Version);
    }

    /// <summary>Something to do that the product does not say.</summary>
    public static Outcome<OrderTaken> Add(Installation installation, string number, int line, string text)
    {
        var what = text.Trim();
        if (what.Length == 0) return new Refusal(OrderRefusals.ReasonMissing, "");
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "prepare order");
        if (!OrderInHand.Load(store, writing.Connection, installation.Today, number).TryGet(out var hand, out var refusal)) return refusal;
        if (hand.Cannot(OrderStep.Delivered) is { } cannot) return cannot;
        if (!hand.Lines.Exists(one => one.Number == line)) return new Refusal(OrderRefusals.UnknownOrderLine, $"{line}");
        writing.Connection.Execute(
            "insert into preparations (order_id, line_number, item, text) values (@p0, @p1, (select coalesce(max(item), @p3) + 1 from preparations where order_id = @p0 and line_number = @p1 and item >= @p3), @p2)",
            hand.Order.Id, line, what.Length > LongestText ? what[..LongestText] : what, Preparations.FirstAdded - 1);
        writing.Commit();
        return new OrderTaken(hand.Order.Number, hand.Order.State, hand.Order.Version);
    }

    private static bool Mark(Writing writing, OrderStore store, Installation installation, OrderInHand hand, StoredOrderLine line, PreparationMark mark)
    {
        var text = mark.Item >= Preparations.FirstAdded
            ? (string?)writing.Connection.Scalar("select text from preparations where order_id = @p0 and line_number = @p1 and item = @p2", hand.Order.Id, line.Number, mark.Item)
            : Preparations.Of(hand.Product(line)).FirstOrDefault(item => item.Number == mark.Item)?.Name.Swedish;
        if (text is null) return false;
        var before = writing.Connection.Scalar(
            "select done_at from preparations where order_id = @p0 and line_number = @p1 and item = @p2", hand.Order.Id, line.Number, mark.Item);
        if (before is not null == mark.Done) return true; // who did it first stays so
        writing.Connection.Execute("delete from preparations where order_id = @p0 and line_number = @p1 and item = @p2", hand.Order.Id, line.Number, mark.Item);
        writing.Connection.Execute(
            "insert into preparations (order_id, line_number, item, text, done_at, done_by) values (@p0, @p1, @p2, @p3, @p4, @p5)",
            hand.Order.Id, line.Number, mark.Item, text, mark.Done ? Conventions.ToMicroseconds(installation.Clock.GetUtcNow()) : null, mark.Done ? store.Actor.Name : null);
        return true;
    }
}
