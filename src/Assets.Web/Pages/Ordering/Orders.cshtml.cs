using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Ordering;

/// <summary>Orders: those that wait for the reader, his own, or all within reach. All that decides what is shown stands in the address.</summary>
[Needs(Permission.ViewOrders)]
public sealed class OrdersModel(Installation installation, ListDownloads files, Words words, Formats formats) : PageModel
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

    /// <summary>None where only the list is asked for.</summary>
    public ListViews Views { get; private set; } = new(NamedList.Orders, "", []);

    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Term);

    public IActionResult OnGet()
    {
        var viewer = HttpContext.Viewer();
        List = OrderList.Read(installation.Database, viewer.Reach(Permission.ViewOrders), Read() with { After = After, Before = Before });
        Response.Headers.Vary = "HX-Request";
        if (Request.Headers["HX-Request-Type"] == "partial") return Partial("_OrderList", this);
        Views = ListViews.Of(installation.Database, viewer, NamedList.Orders, Address());
        return Page();
    }

    public IActionResult OnGetFile(string? format)
    {
        var asked = Read() with { PageSize = ListFile.PageSize };
        var reach = HttpContext.Viewer().Reach(Permission.ViewOrders);
        return files.Make(
            words["nav.orders"],
            format,
            [
                ListColumn<OrderListItem>.Text(words["orders.number"], 14, order => order.Number),
                ListColumn<OrderListItem>.Day(words["lists.sent"], order => order.SubmittedAt is { } at ? formats.DayOf(at) : null),
                ListColumn<OrderListItem>.Text(words["orders.state"], 16, order => words[$"orderState.{OrderStates.Vocabulary.Word(order.State)}"]),
                ListColumn<OrderListItem>.Text(words["orders.recipient"], 24, order => order.Recipient),
                ListColumn<OrderListItem>.Number(words["lists.recipients"], order => order.Recipients),
                ListColumn<OrderListItem>.Text(words["orders.unit"], 30, order => order.Unit),
                ListColumn<OrderListItem>.Text(words["lists.orderer"], 24, order => order.Orderer),
                ListColumn<OrderListItem>.Day(words["orders.wanted"], order => order.WantedOn),
                ListColumn<OrderListItem>.Day(words["queue.promised"], order => order.PromisedOn),
                ListColumn<OrderListItem>.Amount(words["catalogue.month"], order => order.MonthlyRent),
            ],
            ListFile.AllRows<OrderListItem, int?>(null, at =>
            {
                var page = OrderList.Read(installation.Database, reach, asked with { After = at });
                return (page.Items, page.Next);
            }));
    }

    private OrderQuery Read()
    {
        var viewer = HttpContext.Viewer();
        var queue = ApprovalQueue.Of(installation.Database, viewer.Id, formats.Today, installation.Clock.GetUtcNow());
        Awaiting = queue.Orders.Count;
        MayOrder = viewer.May(Permission.PlaceOrders);
        MayDelegate = viewer.May(Permission.ApproveOrders);
        Show = Show is Waiting or Mine or All ? Show : Awaiting > 0 ? Waiting : MayOrder ? Mine : All;
        State = OrderStates.Vocabulary.TryParse(StateWord, out var state) && state != OrderState.Basket ? state : null;
        var term = (Term ?? "").Trim();
        return new OrderQuery(Show == Mine ? viewer.Id : null, Show == Waiting ? queue.Orders : null, State, term[..Math.Min(term.Length, LongestTerm)]);
    }

    /// <summary>The address of this list with some parts changed; without pages, which begin anew.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["show"] = Show, ["state"] = State is null ? null : StateWord, ["q"] = string.IsNullOrWhiteSpace(Term) ? null : Term };
        foreach (var (name, value) in changes) parts[name] = value;
        return QueryHelpers.AddQueryString("/orders", parts.Where(part => part.Value is not null));
    }
}
