using System.Globalization;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>A line as it is to stand.</summary>
/// <param name="Quantity">0 takes the line away; never fewer than have come.</param>
/// <param name="UnitPrice">Of what is still to come: an asset keeps the price that it came at.</param>
public sealed record PurchaseLineChange(int Number, int Quantity, Money UnitPrice);

/// <summary>A purchase as it is to stand. Lines that are left out stay as they are.</summary>
/// <param name="Seen">The last entry of its history when it was shown; none: whatever it is now is changed.</param>
public sealed record PurchaseChange(
    string Number, DateOnly? ExpectedOn, string? Reference, string? Note, IReadOnlyList<PurchaseLineChange> Lines, string? Reason = null, long? Seen = null);

/// <param name="IsClosed">All that is left of it has come.</param>
public sealed record PurchaseHasChanged(string Number, bool IsClosed);

/// <summary>What the supplier has said since: another day, another price, fewer of something, none of it.</summary>
public static class ChangePurchase
{
    public static Outcome<PurchaseHasChanged> Run(Installation installation, PurchaseChange change)
    {
        using var writing = Writing.Begin(installation.Database);
        var connection = writing.Connection;
        if (OpenPurchase.Find(connection, change.Number) is not { } purchase) return new Refusal(PurchaseRefusals.UnknownPurchase, change.Number);
        if (purchase.ClosedOn is not null) return new Refusal(PurchaseRefusals.PurchaseClosed, purchase.Number);
        var last = connection.Number("select coalesce(max(id), 0) from history where subject = @p0 and subject_id = @p1", (int)Subject.PurchaseOrder, purchase.Id);
        if (change.Seen is { } seen && seen != last) return new Refusal(PurchaseRefusals.ChangedMeanwhile, purchase.Number);
        foreach (var line in change.Lines)
        {
            if (Refuse(purchase, line) is { } refused) return refused;
        }
        var becomes = change.Lines.DistinctBy(line => line.Number).ToDictionary(line => line.Number);
        var (before, after) = (new Dictionary<string, string?>(), new Dictionary<string, string?>());
        if (purchase.Lines.All(line => becomes.TryGetValue(line.Number, out var one) && one.Quantity == 0)) return new Refusal(PurchaseRefusals.NothingLeft, purchase.Number);

        foreach (var line in purchase.Lines)
        {
            if (!becomes.TryGetValue(line.Number, out var one)) continue;
            Field($"{line.Number} {line.ModelCode} quantity", Text(line.Quantity), Text(one.Quantity));
            if (one.Quantity > 0) Field($"{line.Number} {line.ModelCode} price", line.UnitPrice.ToString(), one.UnitPrice.ToString());
        }
        Field("expected_on", purchase.ExpectedOn?.ToString("O", CultureInfo.InvariantCulture), change.ExpectedOn?.ToString("O", CultureInfo.InvariantCulture));
        Field("reference", purchase.Reference, OrNone(change.Reference));
        Field("note", purchase.Note, OrNone(change.Note));
        if (after.Count == 0) return new PurchaseHasChanged(purchase.Number, IsClosed: false);

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "change-purchase", OrNone(change.Reason), null);
        Store(writing, purchase, change, becomes);
        History.Add(writing, changeSet, Subject.PurchaseOrder, purchase.Id, installation.Today, JsonSerializer.Serialize(before, History.Json), JsonSerializer.Serialize(after, History.Json));
        var isComplete = OpenPurchase.Find(connection, purchase.Number)!.Lines.All(line => line.Left <= 0);
        if (isComplete) ClosePurchase.Close(writing, changeSet, purchase.Id, installation.Today);
        writing.Commit();
        return new PurchaseHasChanged(purchase.Number, isComplete);

        void Field(string name, string? was, string? isNow)
        {
            if (was != isNow) (before[name], after[name]) = (was, isNow);
        }
    }

    private static Refusal? Refuse(OpenPurchase purchase, PurchaseLineChange change)
    {
        if (purchase.Lines.FirstOrDefault(line => line.Number == change.Number) is not { } line) return new Refusal(PurchaseRefusals.UnknownLine, Text(change.Number));
        if (change.Quantity is < 0 or > PlacePurchase.Most) return new Refusal(PurchaseRefusals.BadQuantity, line.ModelCode);
        if (change.Quantity < line.Received) return new Refusal(PurchaseRefusals.FewerThanCame, $"{line.ModelCode} {Text(line.Received)}");
        return change.UnitPrice < Money.Zero ? new Refusal(PurchaseRefusals.NegativePrice, line.ModelCode) : null;
    }

    private static void Store(Writing writing, OpenPurchase purchase, PurchaseChange change, Dictionary<int, PurchaseLineChange> becomes)
    {
        writing.Connection.Execute(
            "update purchase_orders set expected_on = @p0, reference = @p1, note = @p2 where id = @p3",
            change.ExpectedOn is { } day ? Conventions.ToNumber(day) : null, OrNone(change.Reference), OrNone(change.Note), purchase.Id);
        foreach (var line in becomes.Values)
        {
            if (line.Quantity == 0) writing.Connection.Execute("delete from purchase_lines where purchase_order_id = @p0 and number = @p1", purchase.Id, line.Number);
            else
            {
                writing.Connection.Execute(
                    "update purchase_lines set quantity = @p0, unit_price = @p1 where purchase_order_id = @p2 and number = @p3", line.Quantity, line.UnitPrice.Ore, purchase.Id, line.Number);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? OrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
