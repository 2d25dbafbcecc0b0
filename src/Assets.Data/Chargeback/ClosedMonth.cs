using System.Data.Common;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A closed month, a link of the chain.</summary>
/// <param name="Previous">The closed month before it; none for the first.</param>
/// <param name="Watermark">The last change set that the month saw.</param>
/// <param name="SettledWatermark">Every change up to here has been corrected in closed months.</param>
public sealed record ClosedMonth(
    BillingMonth Month,
    BillingMonth? Previous,
    string PreviousHead,
    string Head,
    long Watermark,
    long SettledWatermark,
    int RulesVersion,
    DateTimeOffset ClosedAt,
    string ClosedBy,
    string? AcceptReason,
    long ChargeCount,
    Money Total)
{
    private const string Columns =
        "month, previous_month, previous_head, head, watermark, settled_watermark, rules_version, closed_at, closed_by, accept_reason, charge_count, total";

    /// <summary>Every closed month, the oldest first.</summary>
    internal static List<ClosedMonth> All(DbConnection connection) => connection.Rows($"select {Columns} from closed_months order by month", Read);

    /// <summary>The acts of closing a month as the history has them: one, or none of months that the first release closed.</summary>
    internal static List<(DateTimeOffset At, string Actor, string? Reason, string Head)> Acts(DbConnection connection, BillingMonth month) => connection.Rows(
        "select c.recorded_at, c.actor, c.reason, h.after from history h join change_sets c on c.id = h.change_set_id where h.subject = @p0 and h.subject_id = @p1",
        r => (Conventions.ToInstant(r.GetInt64(0)), r.GetString(1), r.Text(2), HeadIn(r.GetString(3))),
        (int)Subject.Month, month.Number);

    internal void Insert(DbConnection connection) => connection.Execute(
        $"insert into closed_months ({Columns}) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)",
        Month.Number, Previous?.Number ?? 0, PreviousHead, Head, Watermark, SettledWatermark, RulesVersion,
        Conventions.ToMicroseconds(ClosedAt), ClosedBy, AcceptReason, ChargeCount, Total.Ore);

    private static string HeadIn(string after)
    {
        using var document = JsonDocument.Parse(after);
        return document.RootElement.GetProperty("head").GetString() ?? "";
    }

    private static ClosedMonth Read(DbDataReader r) => new(
        BillingMonth.FromNumber(r.GetInt32(0)),
        r.GetInt32(1) is var previous and not 0 ? BillingMonth.FromNumber(previous) : null,
        r.GetString(2),
        r.GetString(3),
        r.GetInt64(4),
        r.GetInt64(5),
        r.GetInt32(6),
        Conventions.ToInstant(r.GetInt64(7)),
        r.GetString(8),
        r.Text(9),
        r.GetInt64(10),
        Money.FromOre(r.GetInt64(11)));
}
