using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Ordering;
using Assets.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>What the pages of this room share.</summary>
internal static class Ordering
{
    /// <summary>The unit that somebody orders for: the one named, else that of the newest basket, else the first. None where one is named that is not the viewer's.</summary>
    public static OrderingUnit? Chosen(this IReadOnlyList<OrderingUnit> units, string? code, IReadOnlyList<BasketChoice> baskets) => code is { Length: > 0 }
        ? units.FirstOrDefault(unit => string.Equals(unit.Code, code, StringComparison.OrdinalIgnoreCase))
        : units.FirstOrDefault(unit => baskets.Count > 0 && unit.Name == baskets[0].Unit) ?? (units.Count > 0 ? units[0] : null);

    /// <summary>Whether somebody may see an order: within reach, one's own, or one that waits for oneself.</summary>
    public static bool MaySee(this OrderDetails order, Viewer viewer) =>
        order.OrdererId == viewer.Id || order.MayBeApprovedBy(viewer.Id) || (order.State != OrderState.Basket && viewer.Reach(Permission.ViewOrders).Covers(order.UnitId));

    /// <summary>Keeps what came of a post for the page that follows it.</summary>
    public static bool Tell<T>(this PageModel page, Words words, Outcome<T> outcome, string done)
        where T : class
    {
        if (outcome.TryGet(out _, out var refusal)) page.TempData["Message"] = done;
        else page.TempData["Refusal"] = words.Refused(refusal);
        return outcome.IsDone;
    }
}
