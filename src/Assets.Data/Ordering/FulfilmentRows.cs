namespace Assets.Data.Ordering;

/// <summary>An asset that came with an order line: what the delivery note lists. The setting aside is over then, the delivery stays on record.</summary>
internal sealed class DeliveredAssetRow
{
    public int OrderId { get; set; }
    public int LineNumber { get; set; }

    /// <summary>Which piece of the line's equipment it is, from 0.</summary>
    public int Part { get; set; }
    public long AssetId { get; set; }
    public DateOnly DeliveredOn { get; set; }
}

/// <summary>A piece of work before a delivery: one that the product brings with it, or one that somebody added.</summary>
internal sealed class PreparationRow
{
    public int OrderId { get; set; }
    public int LineNumber { get; set; }

    /// <summary>Below 1 000 the product's own, by part; from 1 000 on what was added.</summary>
    public int Item { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public string? DoneBy { get; set; }
}

/// <summary>A link by which somebody without an account confirms a delivery once. What the link holds is not kept, only its hash.</summary>
internal sealed class ConfirmationRow
{
    /// <summary>SHA-256 of the link's token, as 64 hexadecimal digits.</summary>
    public required string TokenHash { get; set; }
    public int OrderId { get; set; }
    public int LineNumber { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
