using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Ordering;

/// <summary>What waits for IT, in the order in which it is due.</summary>
[Needs(Permission.ViewQueue)]
public sealed class QueueModel(Database database, ListDownloads files, Words words, Formats formats) : PageModel
{
    private const int PageSize = 50;

    /// <summary><c>late</c>, <c>ready</c> to go out, <c>short</c> of something; none: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public IReadOnlyList<QueuedOrder> All { get; private set; } = [];

    public IReadOnlyList<QueuedOrder> Shown { get; private set; } = [];

    /// <summary>The place in the queue after which this page begins; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<QueuedOrder> OnPage { get; private set; } = [];

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    /// <summary>Further ones lie behind the last.</summary>
    public bool More { get; private set; }

    public ListViews Views { get; private set; } = new(NamedList.Queue, "", []);

    public int Late => All.Count(IsLate);

    public int Ready => All.Count(IsReady);

    public int Short => All.Count(order => order.Short.Count > 0);

    public void OnGet()
    {
        Read();
        var rest = Shown.SkipWhile(order => string.CompareOrdinal(order.Place(), After) <= 0).ToList();
        OnPage = [.. rest.Take(PageSize)];
        if (rest.Count > PageSize) Next = OnPage[^1].Place();
        Views = ListViews.Of(database, HttpContext.Viewer(), NamedList.Queue, Address());
    }

    public IActionResult OnGetFile(string? format)
    {
        Read();
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        string Lacks(Shortage lack) => $"{formats.Number(lack.Pieces)} × {lack.Name?.In(language) ?? (lack.Kind is { } kind ? words[$"kind.{AssetKinds.Vocabulary.Word(kind)}"] : words["queue.anything"])}";
        return files.Make(
            words["nav.queue"],
            format,
            [
                ListColumn<QueuedOrder>.Text(words["queue.order"], 14, order => order.Number),
                ListColumn<QueuedOrder>.Text(words["orders.state"], 16, order => words[$"orderState.{OrderStates.Vocabulary.Word(order.State)}"]),
                ListColumn<QueuedOrder>.Text(words["queue.for"], 30, order => order.Unit),
                ListColumn<QueuedOrder>.Text(words["lists.orderer"], 24, order => order.Orderer),
                ListColumn<QueuedOrder>.Day(words["orders.wanted"], order => order.WantedOn),
                ListColumn<QueuedOrder>.Day(words["queue.promised"], order => order.PromisedOn),
                ListColumn<QueuedOrder>.Number(words["queue.picked"], order => order.Picked),
                ListColumn<QueuedOrder>.Number(words["lists.pieces"], order => order.Pieces),
                ListColumn<QueuedOrder>.Text(words["queue.missing"], 40, order => string.Join(", ", order.Short.Select(Lacks))),
            ],
            Shown);
    }

    /// <summary>The address of this list.</summary>
    public string Address() => Show is null ? "/queue" : "/queue?show=" + Show;

    public string AddressAfter(string place) => QueryHelpers.AddQueryString(Address(), "after", place);

    private void Read()
    {
        var queue = OrderQueue.Read(database, HttpContext.Viewer().Reach(Permission.ViewQueue), formats.Today);
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
