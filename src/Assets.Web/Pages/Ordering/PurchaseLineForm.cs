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

    /// <summary>The day that the supplier has said, as a date field sends it; none where it is empty. False for what is no day.</summary>
    public static bool TryReadExpected(string? typed, out DateOnly? expected)
    {
        expected = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (!DateOnly.TryParseExact(typed.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        expected = day;
        return true;
    }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Model) && string.IsNullOrWhiteSpace(Quantity);
}
