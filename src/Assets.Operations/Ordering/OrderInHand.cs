using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>An asset that is set aside for a piece of an order line.</summary>
internal sealed record PickedPiece(int Line, int Part, StockedAsset Asset);

/// <summary>An order as IT works on it: what each line is to get, what is set aside, what has gone out.</summary>
internal sealed class OrderInHand
{
    private readonly DbConnection connection;
    private readonly DateOnly today;
    private readonly Dictionary<int, IReadOnlyList<EquipmentSlot>> slots = [];

    private OrderInHand(DbConnection connection, DateOnly today, StoredOrder order, List<StoredOrderLine> lines)
    {
        this.connection = connection;
        this.today = today;
        Order = order;
        Lines = lines;
        Edition = order.EditionId is { } id ? DatedEdition.WithId(connection, id)?.Content : null;
        Picked = connection.Rows(
            "select line_number, part, asset_id from picked_assets where order_id = @p0 order by line_number, part",
            r => (Line: r.GetInt32(0), Part: r.GetInt32(1), Asset: r.GetInt64(2)), order.Id).ConvertAll(p => new PickedPiece(p.Line, p.Part, StockedAsset.With(connection, p.Asset)));
        Delivered = connection.Rows(
            "select line_number, part, asset_id from delivered_assets where order_id = @p0 order by line_number, part",
            r => (Line: r.GetInt32(0), Part: r.GetInt32(1), Asset: r.GetInt64(2)), order.Id).ConvertAll(p => new PickedPiece(p.Line, p.Part, StockedAsset.With(connection, p.Asset)));
    }

    public StoredOrder Order { get; set; }

    public List<StoredOrderLine> Lines { get; }

    /// <summary>The edition that the order was submitted under.</summary>
    public Edition? Edition { get; }

    public List<PickedPiece> Picked { get; }

    public List<PickedPiece> Delivered { get; }

    public static Outcome<OrderInHand> Load(OrderStore store, DbConnection connection, DateOnly today, string number, int? version = null)
    {
        if (!store.Find(number, version).TryGet(out var order, out var refusal)) return refusal;
        return new OrderInHand(connection, today, order, store.Lines(order.Id));
    }

    /// <summary>Refused where the flow has no such step from the order's state.</summary>
    public Refusal? Cannot(OrderStep step) =>
        OrderFlow.May(Order.State, step) ? null : new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(Order.State));

    /// <summary>What a line of the catalogue is priced and picked by.</summary>
    public Product? Product(StoredOrderLine line) => OrderedProduct.Of(
        line.ProductCode is { } code ? Edition?.Find(code) : null, line.Wish, line.WishModel, line.WishPrice, KindOf(line.WishModel));

    public IReadOnlyList<EquipmentSlot> Slots(StoredOrderLine line)
    {
        if (slots.TryGetValue(line.Number, out var known)) return known;
        var old = line is { Kind: OrderLineKind.Replace, LineId: { } rented } ? RentedLine.Find(connection, rented, today)?.Asset?.Kind : null;
        return slots[line.Number] = EquipmentSlots.Of(line.Kind, Product(line), old);
    }

    /// <summary>The pieces that are neither set aside nor delivered.</summary>
    public List<EquipmentSlot> Missing(StoredOrderLine line)
    {
        // A replacement that is done has nothing open: its old asset, which the slot follows, is another now.
        if (line is { Kind: OrderLineKind.Replace, DeliveredOn: not null }) return [];
        return [.. Slots(line).Where(slot => !Has(Picked, line.Number, slot.Number) && !Has(Delivered, line.Number, slot.Number))];
    }

    /// <summary>Writes what becomes of a line.</summary>
    public void Keep(OrderStore store, StoredOrderLine line)
    {
        store.Save(line);
        Lines[Lines.FindIndex(one => one.Number == line.Number)] = line;
    }

    public List<PickedPiece> PickedFor(int line) => Picked.FindAll(piece => piece.Line == line);

    private static bool Has(List<PickedPiece> pieces, int line, int part) => pieces.Exists(piece => piece.Line == line && piece.Part == part);

    private AssetKind? KindOf(string? model) => model is null
        ? null
        : connection.Rows("select kind from models where code_key = @p0", r => (AssetKind?)r.GetInt32(0), Keys.Fold(model)).SingleOrDefault();
}
