using System.Globalization;
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

/// <summary>One order: every step with day and name, whom it waits for, and what the reader may do. The link in a mail leads here.</summary>
[Needs(Permission.ViewOrders)]
public sealed class OrderModel(Installation installation, Words words, Formats formats) : PageModel
{
    public OrderDetails Order { get; private set; } = null!;

    public Viewer Viewer => HttpContext.Viewer();

    public bool IsOwn => Order.OrdererId == Viewer.Id;

    public bool MayApprove => Order.MayBeApprovedBy(Viewer.Id);

    public bool MayReview => Order.MayBeReviewedBy(Viewer.Id);

    /// <summary>In whose place the reader approves; none in his own.</summary>
    public string? InPlaceOf => Order.Approvers.FirstOrDefault(one => one.Person.Id == Viewer.Id) is { } approver && approver.For.Id != approver.Person.Id ? approver.For.Name : null;

    /// <summary>Something has come that the reader has not confirmed; the delivery note has the button.</summary>
    public bool MayConfirm => IsOwn && Order.Lines.Any(line => line is { DeliveredOn: not null, ConfirmedAt: null });

    public bool MayTakeBack => IsOwn && OrderFlow.May(Order.State, OrderStep.Changed, OrderState.Basket);

    public bool MayCancel => OrderFlow.May(Order.State, OrderStep.Cancelled) && Order.Lines.Any(line => line.DeliveredOn is null)
        && (IsOwn || Viewer.Reach(Permission.FulfilOrders).Covers(Order.UnitId));

    /// <summary>Something of it is delivered and stays: only the rest can be cancelled.</summary>
    public bool IsPartlyDelivered => Order.Lines.Any(line => line.DeliveredOn is not null);

    /// <summary>The bench is open to whoever delivers it, and to whoever may pick what lies outside the standard.</summary>
    public bool MayOpenBench => OrderFlow.May(Order.State, OrderStep.Picked) && (Viewer.Reach(Permission.FulfilOrders).Covers(Order.UnitId) || Viewer.Reach(Permission.ReviewOrders).Covers(Order.UnitId));

    public IReadOnlyList<Station> Stations => Station.Of(Order.State, Order.Lines.Any(line => line.Wish is not null));

    /// <summary>The names of those whom the order waits for now; empty where it waits for nobody, or for nobody that there is.</summary>
    public string Awaited => string.Join(", ", Order.State == OrderState.AwaitingArchitect
        ? Order.Architects.Select(person => person.Name)
        : Order.Approvers.Where(one => one.IsAwaited).Select(one => one.Person.Name));

    private Installation Acting => installation with { Actor = Viewer.Account };

    public IActionResult OnGet(string number)
    {
        if (!Load(number)) return NotFound();
        return Order.State == OrderState.Basket ? Redirect("/basket/" + Order.Number) : Page();
    }

    public IActionResult OnPostApprove(string number, int version) => Act(number, words["order.wasApproved"], () => ApproveOrder.Run(Acting, number, version));

    public IActionResult OnPostReject(string number, int version, string? reason) => Act(number, words["order.wasRejected"], () => RejectOrder.Run(Acting, number, version, reason ?? ""));

    public IActionResult OnPostCancel(string number, int version, string? reason) => Act(number, words["order.wasCancelled"], () => CancelOrder.Run(Acting, number, version, reason));

    public IActionResult OnPostTakeBack(string number, int version) => Act(number, words["order.wasTakenBack"], () => TakeBackOrder.Run(Acting, number, version));

    public IActionResult OnPostComment(string number, string? text) => Act(number, words["order.wasCommented"], () => CommentOrder.Run(Acting, number, text ?? ""));

    public IActionResult OnPostReview(string number, int version, int[]? line, string[]? price, string[]? model, string? comment)
    {
        var reviews = new List<WishReview>();
        for (var i = 0; i < (line?.Length ?? 0); i++)
        {
            // A price that is no amount is one that is missing: the operation says for which line.
            if (i < (price?.Length ?? 0) && Amount(price![i]) is { } amount) reviews.Add(new WishReview(line![i], amount, i < (model?.Length ?? 0) ? model![i] : null));
        }
        return Act(number, words["order.wasReviewed"], () => ReviewOrder.Run(Acting, number, version, reviews, comment));
    }

    private IActionResult Act(string number, string done, Func<Outcome<OrderTaken>> verb)
    {
        if (!Load(number)) return NotFound();
        this.Tell(words, verb(), done);
        return Redirect("/orders/" + Order.Number);
    }

    private bool Load(string number)
    {
        if (OrderDetails.Find(installation.Database, number, formats.Today, installation.Clock.GetUtcNow()) is not { } order || !order.MaySee(Viewer)) return false;
        Order = order;
        return true;
    }

    // As people write an amount: 12 000,50 and 12000.50.
    private static Money? Amount(string? text)
    {
        var plain = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c))]).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kronor) && decimal.Round(kronor, 2) == kronor && kronor < 10_000_000_000m
            ? Money.FromKronor(kronor)
            : null;
    }
}
