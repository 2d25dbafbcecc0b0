using Assets.Core.Values;

namespace Assets.Core.Ordering;

/// <summary>Somebody who answers for a budget, seen from the unit that is to pay.</summary>
/// <param name="Distance">0 for the unit itself, 1 for the one above it; the whole organisation is farthest.</param>
/// <param name="Limit">The most a month that he approves; none: no limit.</param>
public sealed record BudgetHolder(int UserId, int Distance, Money? Limit);

/// <summary>Acts for a budget holder in some days.</summary>
public sealed record StandIn(int HolderId, int DelegateId, Period Days);

/// <summary>Somebody who may approve an order.</summary>
/// <param name="For">The budget holder in whose place: the person himself where he holds the budget.</param>
/// <param name="IsAwaited">The nearest ones: to them the mail goes. Those farther up may, and are not asked.</param>
public sealed record Approver(int UserId, int For, int Distance, bool IsAwaited);

/// <summary>Who may approve (<c>attest</c>) an order. Computed when it is asked, never stored: who has left no longer holds it up.</summary>
public static class Approval
{
    /// <summary>
    /// Nearest first: the budget holders of the unit and of those above it whose limit covers the rent, and their stand-ins on the
    /// day. Nobody approves an order of his own, nor does his stand-in for him: it goes to the next one up.
    /// </summary>
    /// <param name="rent">A month, all lines together.</param>
    public static IReadOnlyList<Approver> Of(Money rent, int ordererId, DateOnly day, IEnumerable<BudgetHolder> holders, IEnumerable<StandIn> standIns)
    {
        var delegates = standIns.Where(one => one.Days.Contains(day)).ToLookup(one => one.HolderId, one => one.DelegateId);
        var able = holders
            .Where(holder => holder.UserId != ordererId && (holder.Limit is not { } limit || rent <= limit))
            .OrderBy(holder => holder.Distance).ThenBy(holder => holder.UserId)
            .ToList();
        var approvers = new List<Approver>();
        foreach (var holder in able)
        {
            var awaited = holder.Distance == able[0].Distance;
            Add(new Approver(holder.UserId, holder.UserId, holder.Distance, awaited));
            foreach (var standIn in delegates[holder.UserId].Order())
            {
                if (standIn != ordererId) Add(new Approver(standIn, holder.UserId, holder.Distance, awaited));
            }
        }
        return approvers;

        // Somebody who may for two reasons is named once, for the nearest.
        void Add(Approver approver)
        {
            if (!approvers.Exists(one => one.UserId == approver.UserId)) approvers.Add(approver);
        }
    }
}
