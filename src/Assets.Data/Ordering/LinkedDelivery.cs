using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>The little that somebody who holds a confirmation link is shown: what came, for whom, when.</summary>
/// <param name="Tags">The inventory numbers that came with it.</param>
public sealed record LinkedDelivery(string Number, OrderLineKind Kind, Bilingual? Product, string? Recipient, DateOnly DeliveredOn, IReadOnlyList<string> Tags, bool IsConfirmed, bool IsExpired)
{
    /// <param name="hash">Of the link's token.</param>
    public static LinkedDelivery? Find(Database database, string hash, DateTimeOffset now, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        var link = reading.Rows(
            new Query().Add($"select c.order_id, c.line_number, c.expires_at, c.used_at, o.number from confirmations c join orders o on o.id = c.order_id where c.token_hash = {hash}"),
            r => new { Order = r.GetInt32(0), Line = r.GetInt32(1), Expires = Conventions.ToInstant(r.GetInt64(2)), Used = r.Long(3) is not null, Number = r.GetString(4) }).SingleOrDefault();
        if (link is null) return null;
        var lines = new OrderedPieces(reading, today).Lines(new Query().Add($" where o.id = {link.Order}"))[link.Order].ToList();
        var line = lines.Find(one => one.Number == link.Line)!;
        var tags = reading.Rows(
            new Query().Add($"select a.tag from delivered_assets d join order_lines y on y.order_id = d.order_id and y.number = d.line_number join assets a on a.id = d.asset_id where d.order_id = {link.Order} and (y.number = {link.Line} or y.part_of = {link.Line}) order by d.line_number, d.part"),
            r => r.GetString(0));
        return new LinkedDelivery(link.Number, line.Kind, line.Product?.Name, line.RecipientName, line.DeliveredOn!.Value, tags, link.Used || line.ConfirmedAt is not null, !link.Used && link.Expires <= now);
    }
}
