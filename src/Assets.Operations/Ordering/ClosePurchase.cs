using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

public sealed record PurchaseHasClosed(string Number, DateOnly On);

/// <summary>Says that nothing more will come. What comes nevertheless is received without it.</summary>
public static class ClosePurchase
{
    public static Outcome<PurchaseHasClosed> Run(Installation installation, string number, string? reason = null)
    {
        using var writing = Writing.Begin(installation.Database);
        if (OpenPurchase.Find(writing.Connection, number) is not { } purchase) return new Refusal(PurchaseRefusals.UnknownPurchase, number);
        if (purchase.ClosedOn is not null) return new Refusal(PurchaseRefusals.PurchaseClosed, purchase.Number);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "close-purchase", reason, null);
        Close(writing, changeSet, purchase.Id, installation.Today);
        writing.Commit();
        return new PurchaseHasClosed(purchase.Number, installation.Today);
    }

    internal static void Close(Writing writing, long changeSet, int id, DateOnly day)
    {
        writing.Connection.Execute("update purchase_orders set closed_on = @p0 where id = @p1", Conventions.ToNumber(day), id);
        History.Add(writing, changeSet, Subject.PurchaseOrder, id, day, null, JsonSerializer.Serialize(new Dictionary<string, DateOnly> { ["closed_on"] = day }, History.Json));
    }
}
