using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>Pieces that neither are set aside nor lie in stock, when those before in the queue have had theirs.</summary>
/// <param name="ModelCode">The first model that the standard names for them: what would be bought. None where any of the kind will do.</param>
public sealed record Shortage(Bilingual? Name, AssetKind? Kind, int Pieces, string? ModelCode);

/// <param name="Kinds">How many lines of each kind, add-ons not counted.</param>
/// <param name="Pieces">How many pieces of equipment the lines that are left are to get.</param>
/// <param name="BackOrdered">Pieces owed from what is delivered already.</param>
public sealed record QueuedOrder(
    int Id, string Number, OrderState State, string Unit, string Orderer, DateTimeOffset? SubmittedAt, DateOnly? WantedOn, DateOnly? PromisedOn,
    IReadOnlyDictionary<OrderLineKind, int> Kinds, int Lines, int DeliveredLines, int Pieces, int Picked, int BackOrdered, IReadOnlyList<Shortage> Short)
{
    /// <summary>The day that it is held against: what was promised, else what was wished.</summary>
    public DateOnly? DueOn => PromisedOn ?? WantedOn;

    public bool IsOverdue(DateOnly today) => DueOn < today;

    /// <summary>Where it stands in the queue, as text that sorts so.</summary>
    public string Place() => string.Create(CultureInfo.InvariantCulture, $"{DueOn ?? DateOnly.MaxValue:O} {SubmittedAt?.UtcTicks ?? 0:D20} {Id:D10}");
}

/// <param name="More">Further ones lie behind the last.</param>
public sealed record OrderQueuePage(IReadOnlyList<QueuedOrder> Orders, bool More);

/// <summary>What waits for IT: accepted and preparing, by the day that was promised, the oldest first; and deliveries with something owed.</summary>
public static class OrderQueue
{
    // A queue that is longer is no longer worked through in its order.
    private const int MostShown = 300;

    public static OrderQueuePage Read(Database database, Reach reach, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        var heads = Heads(reading, reach);
        var more = heads.Count > MostShown;
        if (more) heads.RemoveAt(MostShown);
        if (heads.Count == 0) return new OrderQueuePage([], false);
        var lines = new OrderedPieces(reading, today).Lines(new Query().Raw(" where o.id in ").Numbers(heads.Select(head => head.Id)));
        var gone = Gone(reading, heads.ConvertAll(head => head.Id));
        var stock = Shelf.Count(reading, today);
        return new OrderQueuePage(heads.ConvertAll(head => Seen(head, [.. lines[head.Id]], gone, stock)), more);
    }

    /// <summary>How many wait, and how many of them longer than promised: for the menu.</summary>
    public static (long Waiting, long Overdue) Count(Database database, Reach reach, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Add($"select count(*), coalesce(sum(case when coalesce(promised_on, wanted_on) < {today} then 1 else 0 end), 0) from orders o where o.state in ({OrderState.Accepted}, {OrderState.Preparing})");
        Within(query, reach);
        return reading.Rows(query, r => (r.GetInt64(0), Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture))).Single();
    }

    private static List<QueuedOrder> Heads(PageReading reading, Reach reach)
    {
        var query = new Query().Add($"""
            select o.id, o.number, o.state, u.name, p.display_name, o.submitted_at, o.wanted_on, o.promised_on
            from orders o join organisations u on u.id = o.unit_id join users p on p.id = o.orderer_id
            where (o.state in ({OrderState.Accepted}, {OrderState.Preparing}) or o.id in (select order_id from order_lines where back_ordered > 0))
            """);
        Within(query, reach);
        return reading.Rows(
            query.Add($" order by coalesce(o.promised_on, o.wanted_on, 99991231), o.submitted_at, o.id limit {MostShown + 1}"),
            r => new QueuedOrder(
                r.GetInt32(0), r.GetString(1), (OrderState)r.GetInt32(2), r.GetString(3), r.GetString(4), r.Long(5) is { } at ? Conventions.ToInstant(at) : null, r.DayOrNone(6), r.DayOrNone(7),
                new Dictionary<OrderLineKind, int>(), 0, 0, 0, 0, 0, []));
    }

    private static void Within(Query query, Reach reach)
    {
        if (!reach.IsEverywhere) query.Raw(" and o.unit_id in ").Numbers(reach.Units);
    }

    private static HashSet<(int Order, int Line, int Part, bool Delivered)> Gone(PageReading reading, List<int> orders) => [.. reading.Rows(
        new Query().Raw("select order_id, line_number, part, 0 from picked_assets where order_id in ").Numbers(orders)
            .Raw(" union all select order_id, line_number, part, 1 from delivered_assets where order_id in ").Numbers(orders),
        r => (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3) == 1))];

    private static QueuedOrder Seen(QueuedOrder head, List<OrderedLine> lines, HashSet<(int Order, int Line, int Part, bool Delivered)> gone, Dictionary<(AssetKind Kind, string Model), int> stock)
    {
        var pieces = 0;
        var picked = 0;
        var shortages = new List<Shortage>();
        foreach (var line in lines)
        {
            if (line.DeliveredOn is not null && line.BackOrdered == 0) continue;
            foreach (var slot in line.Slots)
            {
                if (gone.Contains((head.Id, line.Number, slot.Number, true))) continue;
                pieces++;
                if (gone.Contains((head.Id, line.Number, slot.Number, false))) picked++;
                else if (!Take(stock, slot)) Add(shortages, slot);
            }
        }
        return head with
        {
            Kinds = lines.Where(line => line.PartOf is null).CountBy(line => line.Kind).ToDictionary(),
            Lines = lines.Count,
            DeliveredLines = lines.Count(line => line.DeliveredOn is not null),
            Pieces = pieces,
            Picked = picked,
            BackOrdered = lines.Sum(line => line.BackOrdered),
            Short = shortages,
        };
    }

    // Who is before in the queue takes first: the one behind is told what then is missing.
    private static bool Take(Dictionary<(AssetKind Kind, string Model), int> stock, EquipmentSlot slot)
    {
        foreach (var (key, count) in stock)
        {
            if (count == 0 || !slot.Allows(key.Kind, key.Model)) continue;
            stock[key] = count - 1;
            return true;
        }
        return false;
    }

    private static void Add(List<Shortage> shortages, EquipmentSlot slot)
    {
        var at = shortages.FindIndex(known => known.Kind == slot.Kind && Equals(known.Name, slot.Name));
        if (at < 0) shortages.Add(new Shortage(slot.Name, slot.Kind, 1, slot.Models.FirstOrDefault()));
        else shortages[at] = shortages[at] with { Pieces = shortages[at].Pieces + 1 };
    }
}
