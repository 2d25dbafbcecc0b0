using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Ordering;

/// <summary>Orders: those that wait for the reader, his own, or all within reach. All that decides what is shown stands in the address.</summary>
[Needs(Permission.ViewOrders)]
public sealed class OrdersModel(Installation installation, Formats formats) : PageModel
{
    public const string Waiting = "waiting";
    public const string Mine = "mine";
    public const string All = "all";
    private const int LongestTerm = 100;

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public OrderState? State { get; private set; }

    /// <summary>How many wait for the reader.</summary>
    public int Awaiting { get; private set; }

    public bool MayOrder { get; private set; }

    public bool MayDelegate { get; private set; }

    public OrderListPage List { get; private set; } = new([], null, null);

    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Term);

    public IActionResult OnGet()
    {
        var viewer = HttpContext.Viewer();
        var queue = ApprovalQueue.Of(installation.Database, viewer.Id, formats.Today, installation.Clock.GetUtcNow());
        Awaiting = queue.Orders.Count;
        MayOrder = viewer.May(Permission.PlaceOrders);
        MayDelegate = viewer.May(Permission.ApproveOrders);
        Show = Show is Waiting or Mine or All ? Show : Awaiting > 0 ? Waiting : MayOrder ? Mine : All;
        State = OrderStates.Vocabulary.TryParse(StateWord, out var state) && state != OrderState.Basket ? state : null;
        var term = (Term ?? "").Trim();
        List = OrderList.Read(installation.Database, viewer.Reach(Permission.ViewOrders), new OrderQuery(
            Show == Mine ? viewer.Id : null, Show == Waiting ? queue.Orders : null, State, term[..Math.Min(term.Length, LongestTerm)], After, Before));
        Response.Headers.Vary = "HX-Request";
        return Request.Headers["HX-Request-Type"] == "partial" ? Partial("_OrderList", this) : Page();
    }

    /// <summary>The address of this list with some parts changed; without pages, which begin anew.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["show"] = Show, ["state"] = State is null ? null : StateWord, ["q"] = string.IsNullOrWhiteSpace(Term) ? null : Term };
        foreach (var (name, value) in changes) parts[name] = value;
        return QueryHelpers.AddQueryString("/orders", parts.Where(part => part.Value is not null));
    }
}
