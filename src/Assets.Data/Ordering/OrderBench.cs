using Assets.Core.Values;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>A piece of equipment of an order line: what it may be, and which asset it is.</summary>
/// <param name="Fitting">What the stock offers for it; empty once there is one.</param>
/// <param name="ModelCode">The first model that the standard names for it: what would be bought. None where any of the kind will do.</param>
public sealed record BenchPiece(int Number, Bilingual? Name, AssetKind? Kind, BenchAsset? Asset, IReadOnlyList<ShelfAsset> Fitting, string? ModelCode);

/// <param name="IsOutside">A model that the standard does not name for the piece.</param>
public sealed record BenchAsset(long Id, string Tag, string? Serial, AssetKind Kind, string ModelCode, string Model, bool IsDelivered, bool IsOutside);

/// <param name="Item">Its number: what a form posts back.</param>
public sealed record BenchTask(int Item, Bilingual Text, DateTimeOffset? DoneAt, string? DoneBy);

/// <param name="OldTag">What is to come back, or stands now, of a line about something rented.</param>
/// <param name="HasStorage">What comes back stores data, and has to be wiped.</param>
public sealed record BenchLine(
    int Number, OrderLineKind Kind, Bilingual? Product, string? Wish, int? PartOf, string? RecipientName, string? RecipientAccount, string? Site, string? Room, int TermMonths,
    string? LineCode, long? LineId, string? OldTag, bool HasStorage, string? ToUnit, DateOnly? DeliveredOn, string? DeliveredBy, DateTimeOffset? ConfirmedAt, string? ConfirmedBy,
    IReadOnlyList<BenchPiece> Pieces, IReadOnlyList<BenchTask> Tasks)
{
    public int Missing => DeliveredOn is not null && Kind == OrderLineKind.Replace ? 0 : Pieces.Count(piece => piece.Asset is null);

    public bool HasPicked => Pieces.Any(piece => piece.Asset is { IsDelivered: false });
}

/// <summary>An order as it lies on the technician's bench: lines, pieces, what is in stock for them, what is left to do.</summary>
public sealed record OrderBench(
    int Id, string Number, OrderState State, int UnitId, string Unit, string? CostCode, int OrdererId, string Orderer, DateTimeOffset? SubmittedAt, DateOnly? WantedOn, DateOnly? PromisedOn,
    string? Note, int Version, IReadOnlyList<BenchLine> Lines)
{
    private const int OffersOfEach = 3;

    /// <summary>None where it does not exist, lies outside the reach or is a basket still.</summary>
    /// <param name="offers">Whether to look in the stock for what is missing.</param>
    public static OrderBench? Read(Database database, Reach reach, DateOnly today, string number, bool offers = true)
    {
        using var reading = PageReading.Begin(database);
        var head = reading.First(
            new Query().Add($"""
                select o.id, o.number, o.state, o.unit_id, u.name, c.code, o.orderer_id, p.display_name, o.submitted_at, o.wanted_on, o.promised_on, o.note, o.version
                from orders o join organisations u on u.id = o.unit_id join users p on p.id = o.orderer_id left join cost_codes c on c.id = o.cost_code_id
                where o.number_key = {Keys.Fold(number)} and o.state <> {OrderState.Basket}
                """),
            r => new OrderBench(
                r.GetInt32(0), r.GetString(1), (OrderState)r.GetInt32(2), r.GetInt32(3), r.GetString(4), r.Text(5), r.GetInt32(6), r.GetString(7), r.Long(8) is { } at ? Conventions.ToInstant(at) : null,
                r.DayOrNone(9), r.DayOrNone(10), r.Text(11), r.GetInt32(12), []));
        if (head is null || !reach.Covers(head.UnitId)) return null;
        var lines = new OrderedPieces(reading, today).Lines(new Query().Add($" where o.id = {head.Id}"))[head.Id].ToList();
        var assets = Assets(reading, head.Id);
        var tasks = reading.Rows(
            new Query().Add($"select line_number, item, text, done_at, done_by from preparations where order_id = {head.Id} order by line_number, item"),
            r => (Line: r.GetInt32(0), Task: new BenchTask(r.GetInt32(1), new Bilingual(r.GetString(2), r.GetString(2)), r.Long(3) is { } at ? Conventions.ToInstant(at) : null, r.Text(4))))
            .ToLookup(row => row.Line, row => row.Task);
        var open = lines.SelectMany(line => line.Slots.Where(slot => !assets.ContainsKey((line.Number, slot.Number)) && IsOpen(line))).ToList();
        var shelf = offers && OrderFlow.May(head.State, OrderStep.Delivered) ? Shelf.Fitting(reading, today, open, lines.Find(line => line.SiteId is not null)?.SiteId, OffersOfEach) : [];
        return head with { Lines = lines.ConvertAll(line => Line(line, assets, shelf, tasks[line.Number])) };
    }

    private static bool IsOpen(OrderedLine line) => line.DeliveredOn is null || line.BackOrdered > 0;

    private static Dictionary<(int Line, int Part), BenchAsset> Assets(PageReading reading, int order) => reading.Rows(
        new Query().Add($"""
            select x.line_number, x.part, a.id, a.tag, a.serial, a.kind, m.code, m.vendor, m.name, x.delivered
            from (select line_number, part, asset_id, 0 as delivered from picked_assets where order_id = {order}
                  union all select line_number, part, asset_id, 1 from delivered_assets where order_id = {order}) x
              join assets a on a.id = x.asset_id join models m on m.id = a.model_id
            """),
        r => (Place: (r.GetInt32(0), r.GetInt32(1)), Asset: new BenchAsset(
            r.GetInt64(2), r.GetString(3), r.Text(4), (AssetKind)r.GetInt32(5), r.GetString(6), $"{r.GetString(7)} {r.GetString(8)}", r.GetInt32(9) == 1, false)))
        .ToDictionary(row => row.Place, row => row.Asset);

    private static BenchLine Line(OrderedLine line, Dictionary<(int Line, int Part), BenchAsset> assets, List<ShelfAsset> shelf, IEnumerable<BenchTask> kept)
    {
        var pieces = line.Slots.Select(slot =>
        {
            var asset = assets.GetValueOrDefault((line.Number, slot.Number));
            return new BenchPiece(
                slot.Number, slot.Name, slot.Kind, asset is null ? null : asset with { IsOutside = !slot.Allows(asset.Kind, asset.ModelCode) },
                asset is null && IsOpen(line) ? Shelf.For(shelf, slot, OffersOfEach) : [], slot.Models.FirstOrDefault());
        });
        var known = kept.ToDictionary(task => task.Item);
        var own = Preparations.Of(line.Kind == OrderLineKind.New ? line.Product : null)
            .Select(task => known.TryGetValue(task.Number, out var done) ? done with { Text = task.Name } : new BenchTask(task.Number, task.Name, null, null));
        return new BenchLine(
            line.Number, line.Kind, line.Product?.Name, line.Wish, line.PartOf, line.RecipientName, line.RecipientAccount, line.Site, line.Room, line.TermMonths,
            line.LineCode, line.LineId, line.OldTag, line.OldKind is { } old && AssetKinds.StoresData(old), line.ToUnit, line.DeliveredOn, line.DeliveredBy, line.ConfirmedAt, line.ConfirmedBy,
            [.. pieces], [.. own, .. known.Values.Where(task => task.Item >= Preparations.FirstAdded)]);
    }
}
