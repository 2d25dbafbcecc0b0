using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>What the IT architect says of one wish.</summary>
/// <param name="Price">What one costs to buy, without VAT.</param>
/// <param name="ModelCode">The model to deliver; none leaves it to IT.</param>
public sealed record WishReview(int Line, Money Price, string? ModelCode);

/// <summary>
/// The IT architect lets a wish outside the standard through, with its price and model. A price that makes the order dearer than what
/// was approved sends it to the budget holder once more.
/// </summary>
public static class ReviewOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version, IReadOnlyList<WishReview> reviews, string? comment)
    {
        using var act = OrderAct.Begin(installation, "review order", comment);
        if (!act.Store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (!act.ActorMay(Permission.ReviewOrders, order.UnitId)) return new Refusal(OrderRefusals.NotYours, order.UnitCode);
        if (act.IsSameAgain(order, OrderStep.ArchitectApproved, version)) return new OrderTaken(order.Number, order.State, order.Version);
        if (order.State != OrderState.AwaitingArchitect) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        if (OrderStore.Seen(order, version) is { } meanwhile) return meanwhile;
        if (Edition(act, order) is not { } edition) return new Refusal(OrderRefusals.NoEdition, "");

        var lines = new List<StoredOrderLine>();
        foreach (var line in act.Store.Lines(order.Id))
        {
            if (line.Wish is null)
            {
                lines.Add(line);
                continue;
            }
            if (reviews.FirstOrDefault(one => one.Line == line.Number) is not { } review || review.Price <= Money.Zero || !LineRules.InRange(review.Price))
                return new Refusal(OrderRefusals.PriceMissing, $"{line.Number}");
            var model = BasketLines.Text(review.ModelCode);
            if (model is not null && ModelCode(act, model) is null) return new Refusal(OrderRefusals.UnknownModel, model);
            lines.Add(line with { WishPrice = review.Price, WishModel = model is null ? null : ModelCode(act, model) });
        }
        if (!OrderContent.Priced(act, lines, edition.Content, act.SentOn(order), act.AgreedInterest(order)).TryGet(out var priced, out refusal)) return refusal;
        foreach (var line in priced) act.Store.Save(line);

        var rent = OrderContent.Rent(priced);
        var isDearer = rent > (order.ApprovedRent ?? Money.Zero);
        var becomes = order with { State = isDearer ? OrderState.AwaitingApproval : OrderState.Accepted, MonthlyRent = rent };
        if (!act.Store.Take(order, OrderStep.ArchitectApproved, becomes, BasketLines.Text(comment, BasketLines.LongestWish)).TryGet(out var reviewed, out refusal)) return refusal;
        act.Tell(reviewed, "order_reviewed", [order.OrdererId], comment);
        if (isDearer) act.Tell(reviewed, "order_to_approve", act.Approvers(reviewed).Where(one => one.IsAwaited).Select(one => one.Person.Id));
        else act.Tell(reviewed, "order_accepted", act.Fulfillers(reviewed));
        return act.Done(reviewed);
    }

    private static DatedEdition? Edition(OrderAct act, StoredOrder order) =>
        order.EditionId is { } id && act.Writing.Connection.Number("select number from editions where id = @p0", id) is var number and > 0
            ? DatedEdition.Find(act.Writing.Connection, (int)number)
            : null;

    private static string? ModelCode(OrderAct act, string model) => (string?)act.Writing.Connection.Scalar("select code from models where code_key = @p0", Keys.Fold(model));
}
