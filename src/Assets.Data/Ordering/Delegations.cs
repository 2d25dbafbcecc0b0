using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>A stand-in, as the list of one's own shows it.</summary>
/// <param name="LastDay">The last day on which it holds.</param>
public sealed record DelegationItem(int Id, string Delegate, string Account, DateOnly From, DateOnly LastDay, string? Reason, bool IsOver);

public static class Delegations
{
    private const int Shown = 50;

    /// <summary>Those that a budget holder has named, latest first; one that was taken back before it began is not shown.</summary>
    public static IReadOnlyList<DelegationItem> Of(Database database, int holder, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select d.id, u.display_name, u.user_name, d.from_on, d.until_on, d.reason from delegations d join users u on u.id = d.delegate_id where d.user_id = {holder} and d.until_on > d.from_on order by d.from_on desc, d.id desc limit {Shown}"),
            r => new DelegationItem(r.GetInt32(0), r.GetString(1), r.Text(2) ?? "", r.Day(3), r.Day(4).AddDays(-1), r.Text(5), r.Day(4) <= today));
    }

    /// <summary>Those for whom the person stands in today.</summary>
    public static IReadOnlyList<DelegationItem> For(Database database, int standIn, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select d.id, u.display_name, u.user_name, d.from_on, d.until_on, d.reason from delegations d join users u on u.id = d.user_id where d.delegate_id = {standIn} and d.from_on <= {today} and d.until_on > {today} order by d.until_on, d.id"),
            r => new DelegationItem(r.GetInt32(0), r.GetString(1), r.Text(2) ?? "", r.Day(3), r.Day(4).AddDays(-1), r.Text(5), false));
    }
}
