using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <param name="Token">What the link holds; told once.</param>
public sealed record ConfirmationIssued(string Number, int Line, string Token);

/// <summary>A new confirmation link for something delivered, in the place of the one on a delivery note that is lost.</summary>
public static class IssueConfirmation
{
    public static Outcome<ConfirmationIssued> Run(Installation installation, string number, int line)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "issue confirmation");
        if (!store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (store.Lines(order.Id).Find(one => one.Number == line) is not { } known) return new Refusal(OrderRefusals.UnknownOrderLine, $"{line}");
        if (known is not { DeliveredOn: not null, ConfirmedAt: null, PartOf: null }) return new Refusal(FulfilRefusals.NothingToConfirm, order.Number);
        var token = ConfirmationToken.Issue(writing, installation, order.Id, line);
        writing.Commit();
        return new ConfirmationIssued(order.Number, line, token);
    }
}
