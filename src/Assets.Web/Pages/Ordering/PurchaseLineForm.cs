using System.Globalization;

namespace Assets.Web.Pages.Ordering;

/// <summary>A line of a purchase as typed; texts until they are read.</summary>
public sealed class PurchaseLineForm
{
    public string? Model { get; set; }

    public string? Quantity { get; set; }

    public string? Price { get; set; }

    public string? Order { get; set; }

    /// <summary>The way to buy what an order waits for.</summary>
    public static string Link(string order, string? model, int quantity) => string.Create(
        CultureInfo.InvariantCulture, $"/purchases/new?order={Uri.EscapeDataString(order)}&quantity={quantity}{(model is null ? "" : "&model=" + Uri.EscapeDataString(model))}");

    public bool IsEmpty => string.IsNullOrWhiteSpace(Model) && string.IsNullOrWhiteSpace(Quantity);
}
