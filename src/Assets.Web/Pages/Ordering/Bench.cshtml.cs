using System.Globalization;
using System.Text.Json;
using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>One order on the technician's bench: scan what belongs to it, tick what is set up, hand it over. The IT architect picks here what lies outside the standard.</summary>
[Needs(Permission.FulfilOrders, Permission.ReviewOrders)]
public sealed class BenchModel(Installation installation, Words words, Formats formats) : PageModel
{
    public OrderBench Order { get; private set; } = null!;

    /// <summary>What came of the last scan.</summary>
    public string? Said { get; private set; }

    /// <summary>A tag that fits nothing the standard allows here, and that a reason of the IT architect would let through.</summary>
    public string? Outside { get; private set; }

    public bool MayFulfil => Viewer.Reach(Permission.FulfilOrders).Covers(Order.UnitId);

    public bool MayReview => Viewer.Reach(Permission.ReviewOrders).Covers(Order.UnitId);

    public bool MayPick => OrderFlow.May(Order.State, OrderStep.Delivered) && Order.Lines.Any(line => line.Missing > 0 || line.HasPicked);

    public bool MayPromise => MayFulfil && OrderFlow.May(Order.State, OrderStep.Promised);

    public bool IsLate => MayPromise && (Order.PromisedOn ?? Order.WantedOn) < formats.Today;

    /// <summary>Lines that have not gone out, and those for which something that was owed is picked.</summary>
    public IReadOnlyList<BenchLine> Deliverable => MayFulfil && OrderFlow.May(Order.State, OrderStep.Delivered) ? [.. Order.Lines.Where(line => line.DeliveredOn is null || line.HasPicked)] : [];

    public bool OnlyTakesBack => Deliverable.All(line => line.Kind == OrderLineKind.Return);

    /// <summary>Whether something to deliver begins to be charged to the order's cost code.</summary>
    public bool BeginsToCost => Deliverable.Any(line => line is { DeliveredOn: null } and ({ Kind: OrderLineKind.New or OrderLineKind.Move } or { Kind: OrderLineKind.Replace, TermMonths: not 0 }));

    public IReadOnlyList<CostCodeSuggestion> CostCodes => BasketFinder.CostCodes(installation.Database, Order.UnitId);

    public CostCodeAnswer Payer => CostCodeAnswer.Of(installation.Database, Order.CostCode, Order.UnitId, formats.Today);

    /// <summary>Before which nothing of it is delivered.</summary>
    public DateOnly SentOn => Order.SubmittedAt is { } at ? installation.DayOf(at) : formats.Today;

    private Viewer Viewer => HttpContext.Viewer();

    private Installation Acting => installation with { Actor = Viewer.Account };

    public string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IActionResult OnGet(string number)
    {
        if (!Load(number, alsoReviews: true)) return NotFound();
        Said = TempData["Said"] as string;
        Outside = TempData["Outside"] as string;
        return Page();
    }

    public IActionResult OnPostPick(string number, string? scanned, int? line, string? reason)
    {
        if (!Load(number, alsoReviews: true)) return NotFound();
        var outcome = PickAsset.Run(Acting, Order.Number, scanned ?? "", line, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        if (outcome.TryGet(out var picked, out var refusal))
        {
            TempData["Said"] = picked.Left == 0
                ? words.Of("bench.pickedLast", picked.Tag, picked.Model)
                : words.Of("bench.picked", picked.Tag, picked.Model, formats.Number(picked.Left));
        }
        else
        {
            TempData["Said"] = words.Refused(refusal);
            if (refusal.Code == FulfilRefusals.OutsideTheStandard) TempData["Outside"] = refusal.Detail.Split(' ')[0];
        }
        return Back();
    }

    public IActionResult OnPostUnpick(string number, string? tag) => Act(number, words["bench.unpicked"], () => UnpickAsset.Run(Acting, Order.Number, tag ?? ""));

    public IActionResult OnPostAccept(string number, string? promised, int version) => Day(promised) is { } day
        ? Act(number, words["bench.accepted"], () => AcceptOrder.Run(Acting, Order.Number, day, version))
        : BadRequest();

    public IActionResult OnPostPromise(string number, string? promised, int version) => Day(promised) is { } day
        ? Act(number, words["bench.hasPromised"], () => PromiseOrder.Run(Acting, Order.Number, day, version))
        : BadRequest();

    public IActionResult OnPostPrepare(string number, int line, int[]? item, int[]? done) =>
        Act(number, words["bench.tasksSaved"], () => PrepareOrder.Run(Acting, Order.Number, [.. (item ?? []).Select(one => new PreparationMark(line, one, done?.Contains(one) == true))]));

    public IActionResult OnPostAddTask(string number, int line, string? text) => Act(number, words["bench.taskAdded"], () => PrepareOrder.Add(Acting, Order.Number, line, text ?? ""));

    public IActionResult OnPostDeliver(string number, string? day, int[]? line, string? reason, string? costCode, int[]? wiped, int[]? reused, int[]? kept, int version)
    {
        if (!Load(number)) return NotFound();
        if (Day(day) is not { } on) return BadRequest();
        if (line is not { Length: > 0 })
        {
            TempData["Refusal"] = words["deliver.nothingChosen"];
            return Back();
        }
        var back = line.ToDictionary(one => one, one => new HandedIn(wiped?.Contains(one) == true, reused?.Contains(one) == true, kept?.Contains(one) == true));
        var outcome = DeliverOrder.Run(Acting, new DeliveryRequest(Order.Number, on, line, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), back, version, costCode));
        if (!outcome.TryGet(out var delivered, out var refusal))
        {
            TempData["Refusal"] = words.Refused(refusal);
            return Back();
        }
        TempData["Message"] = words.Of(delivered.Lines.Count == 0 ? "deliver.wasDone" : "deliver.done", delivered.Number, formats.Day(delivered.Day));
        var links = delivered.Lines.Where(one => one.Token is not null).ToDictionary(one => one.Line, one => one.Token);
        if (links.Count > 0) TempData["Links"] = JsonSerializer.Serialize(links);
        return links.Count > 0 ? Redirect($"/orders/{Order.Number}/note") : Back();
    }

    private IActionResult Act<T>(string number, string done, Func<Outcome<T>> verb)
        where T : class
    {
        if (!Load(number)) return NotFound();
        this.Tell(words, verb(), done);
        return Back();
    }

    private RedirectResult Back() => Redirect("/queue/" + Order.Number);

    private bool Load(string number, bool alsoReviews = false)
    {
        OrderBench? Within(Permission permission) => Viewer.May(permission) ? OrderBench.Read(installation.Database, Viewer.Reach(permission), formats.Today, number) : null;
        if ((Within(Permission.FulfilOrders) ?? (alsoReviews ? Within(Permission.ReviewOrders) : null)) is not { } order) return false;
        Order = order;
        return true;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
