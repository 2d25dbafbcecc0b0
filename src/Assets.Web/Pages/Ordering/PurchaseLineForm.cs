namespace Assets.Web.Pages.Ordering;

/// <summary>A line of a purchase as typed; texts until they are read.</summary>
public sealed class PurchaseLineForm
{
    public string? Model { get; set; }

    public string? Quantity { get; set; }

    public string? Price { get; set; }

    public string? Order { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Model) && string.IsNullOrWhiteSpace(Quantity);
}
