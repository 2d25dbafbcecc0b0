using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>What has come to the bench.</summary>
/// <param name="PurchaseNumber">None: received without a purchase, and then model, price and supplier are told.</param>
/// <param name="LineNumber">The purchase's line that all of it is; none: recognised row by row.</param>
/// <param name="FormKey">A form that is sent twice receives once.</param>
public sealed record Delivery(
    string? PurchaseNumber, IReadOnlyList<ScannedRow> Rows, DateOnly On, string? SiteCode, string? Room, string? FormKey,
    int? LineNumber = null, string? ModelCode = null, Money Price = default, string? SupplierCode = null, DateOnly? WarrantyUntil = null);

/// <summary>What became of one row: an asset, or the refusal of that row alone.</summary>
public sealed record ReceivedRow(ScannedRow Row, long? AssetId, string? Tag, string? ModelCode, Refusal? Refusal);

/// <param name="Act">The change set, by which labels are printed; none where every row was refused.</param>
/// <param name="IsRepeated">The same form has been received already: nothing was done now.</param>
public sealed record AssetsReceived(long? Act, IReadOnlyList<ReceivedRow> Rows, bool IsRepeated)
{
    public int Count => Rows.Count(row => row.AssetId is not null);
}
