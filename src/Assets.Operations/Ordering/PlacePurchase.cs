using System.Data.Common;
using System.Globalization;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Storage;

namespace Assets.Operations.Ordering;

/// <param name="OrderNumber">The department's order that it is bought for.</param>
public sealed record PurchaseItem(string ModelCode, int Quantity, Money UnitPrice, string? OrderNumber = null);

/// <param name="Reference">The supplier's number or the framework agreement.</param>
/// <param name="WarrantyMonths">From the day an asset comes.</param>
/// <param name="FormKey">A form that is sent twice places one purchase.</param>
public sealed record PurchaseRequest(
    string SupplierCode, IReadOnlyList<PurchaseItem> Items, string? Reference = null, DateOnly? ExpectedOn = null, int? WarrantyMonths = null, string? Note = null, string? FormKey = null);

public sealed record PurchasePlaced(string Number);

/// <summary>Records what is ordered from a supplier, so that what comes is received against it.</summary>
public static class PlacePurchase
{
    internal const int Most = 10_000;
    private const int LongestWarranty = 120;

    public static Outcome<PurchasePlaced> Run(Installation installation, PurchaseRequest request)
    {
        using var act = OrderAct.Begin(installation, "place-purchase");
        var writing = act.Writing;
        var connection = writing.Connection;
        if (Submissions.Find(writing, request.FormKey) is { } known)
            return new PurchasePlaced((string)connection.Scalar("select number from purchase_orders where change_set_id = @p0", known)!);
        var supplier = connection.Number("select id from suppliers where code_key = @p0", Keys.Fold(request.SupplierCode));
        if (supplier == 0) return new Refusal(PurchaseRefusals.UnknownSupplier, request.SupplierCode);
        if (request.WarrantyMonths is < 1 or > LongestWarranty) return new Refusal(PurchaseRefusals.BadWarranty, request.WarrantyMonths.Value.ToString(CultureInfo.InvariantCulture));
        if (request.Items.Count == 0) return new Refusal(PurchaseRefusals.NoLines, "");
        var lines = new List<PurchasedLine>();
        foreach (var item in request.Items)
        {
            if (!Check(connection, item).TryGet(out var line, out var refusal)) return refusal;
            lines.Add(line);
        }

        var changeSet = act.Store.ChangeSet;
        var id = connection.Number("select coalesce(max(id), 0) from purchase_orders") + 1;
        var number = FreeNumber(connection, installation.Today.Year);
        connection.Execute(
            "insert into purchase_orders (id, number, number_key, supplier_id, ordered_on, expected_on, reference, note, warranty_months, change_set_id) values (@p0, @p1, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
            id, number, supplier, Conventions.ToNumber(installation.Today), request.ExpectedOn is { } expected ? Conventions.ToNumber(expected) : null,
            OrNone(request.Reference), OrNone(request.Note), request.WarrantyMonths, changeSet);
        for (var i = 0; i < lines.Count; i++)
        {
            connection.Execute(
                "insert into purchase_lines (purchase_order_id, number, model_id, quantity, unit_price, order_id) values (@p0, @p1, @p2, @p3, @p4, @p5)",
                id, i + 1, lines[i].ModelId, lines[i].Quantity, lines[i].UnitPrice.Ore, lines[i].OrderId);
        }
        Identities.Advance(writing, "purchase_orders");
        History.Add(writing, changeSet, Subject.PurchaseOrder, id, installation.Today, null, null);
        foreach (var order in lines.Select(line => line.OrderId).OfType<int>().Distinct()) Tell(act, order, number, request.ExpectedOn);
        Submissions.Add(writing, request.FormKey, changeSet);
        writing.Commit();
        return new PurchasePlaced(number);
    }

    private static Outcome<PurchasedLine> Check(DbConnection connection, PurchaseItem item)
    {
        var model = (int)connection.Number("select id from models where code_key = @p0", Keys.Fold(item.ModelCode));
        if (model == 0) return new Refusal(PurchaseRefusals.UnknownModel, item.ModelCode);
        if (item.Quantity is < 1 or > Most) return new Refusal(PurchaseRefusals.BadQuantity, item.ModelCode);
        if (item.UnitPrice < Money.Zero) return new Refusal(PurchaseRefusals.NegativePrice, item.ModelCode);
        if (string.IsNullOrWhiteSpace(item.OrderNumber)) return new PurchasedLine(model, item.Quantity, item.UnitPrice, null);
        var order = (int)connection.Number("select id from orders where number_key = @p0", Keys.Fold(item.OrderNumber));
        return order == 0 ? new Refusal(PurchaseRefusals.UnknownOrder, item.OrderNumber) : new PurchasedLine(model, item.Quantity, item.UnitPrice, order);
    }

    // An order that nobody has approved yet, or that is done with, has no such step: what is bought for it stands in the purchase alone.
    private static void Tell(OrderAct act, int orderId, string number, DateOnly? expectedOn)
    {
        var order = act.Store.Find(orderId).Value;
        var text = expectedOn is { } day ? $"{number}, {PromiseOrder.Text(day)}" : number;
        if (act.Store.Take(order, OrderStep.Purchased, order, text).TryGet(out var purchased, out _)) act.Tell(purchased, "order_purchased", [purchased.OrdererId], text);
    }

    // I and the year, then a number of the year: I2026-00004.
    private static string FreeNumber(DbConnection connection, int year)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"I{year}-");
        var last = (string?)connection.Scalar("select max(number_key) from purchase_orders where number_key >= @p0 and number_key < @p1", prefix, prefix + "\U0010FFFF");
        var number = last is null ? 1 : int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:00000}");
    }

    private static string? OrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record PurchasedLine(int ModelId, int Quantity, Money UnitPrice, int? OrderId);
}
