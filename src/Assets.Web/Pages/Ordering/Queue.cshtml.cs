using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>What waits for IT, in the order in which it is due.</summary>
[Needs(Permission.FulfilOrders)]
public sealed class QueueModel(Database database, Formats formats) : PageModel
{
    /// <summary><c>late</c>, <c>ready</c> to go out, <c>short</c> of something; none: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public IReadOnlyList<QueuedOrder> All { get; private set; } = [];

    public IReadOnlyList<QueuedOrder> Shown { get; private set; } = [];

    /// <summary>Further ones lie behind the last.</summary>
    public bool More { get; private set; }

    public int Late => All.Count(IsLate);

    public int Ready => All.Count(IsReady);

    public int Short => All.Count(order => order.Short.Count > 0);

    public void OnGet()
    {
        var queue = OrderQueue.Read(database, HttpContext.Viewer().Reach(Permission.FulfilOrders), formats.Today);
        (All, More) = (queue.Orders, queue.More);
        if (Show is not ("late" or "ready" or "short")) Show = null;
        Shown = Show switch
        {
            "late" => [.. All.Where(IsLate)],
            "ready" => [.. All.Where(IsReady)],
            "short" => [.. All.Where(order => order.Short.Count > 0)],
            _ => All,
        };
    }

    private bool IsLate(QueuedOrder order) => order.IsOverdue(formats.Today);

    private static bool IsReady(QueuedOrder order) => order.State == OrderState.Preparing && order.Pieces == order.Picked;
}
