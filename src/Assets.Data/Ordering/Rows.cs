using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Data.Ordering;

internal sealed class OrderRow
{
    public int Id { get; set; }

    /// <summary><c>B2026-00017</c>; a basket has one already, so that it can be spoken of.</summary>
    public required string Number { get; set; }
    public required string NumberKey { get; set; }
    public OrderState State { get; set; }

    /// <summary>Who pays.</summary>
    public int UnitId { get; set; }
    public int? CostCodeId { get; set; }
    public int OrdererId { get; set; }

    /// <summary>The edition whose prices and rules the order was submitted under; a basket follows the one in force.</summary>
    public int? EditionId { get; set; }
    public DateOnly? WantedOn { get; set; }
    public DateOnly? PromisedOn { get; set; }
    public string? Note { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>The rent a month of all lines together, as submitted: what the budget holder's limit is held against.</summary>
    public Money MonthlyRent { get; set; }

    /// <summary>The internal interest that it was priced with when it was sent, in thousandths of a percent a year: what is delivered is charged with it, whatever has been decided since. None in a basket, and of orders that an earlier release sent.</summary>
    public int? InterestMilliPercent { get; set; }

    /// <summary>What a budget holder has approved a month. A wish that turns out dearer goes to him once more.</summary>
    public Money? ApprovedRent { get; set; }
    public int Version { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class OrderLineRow
{
    public int OrderId { get; set; }
    public int Number { get; set; }
    public OrderLineKind Kind { get; set; }

    /// <summary>Of the catalogue; none for a wish outside it.</summary>
    public string? ProductCode { get; set; }

    /// <summary>What is asked for outside the standard, in the orderer's words: goes to the IT architect.</summary>
    public string? Wish { get; set; }

    /// <summary>What the IT architect has chosen for a wish: a model by code, and what one costs to buy, without VAT.</summary>
    public string? WishModel { get; set; }
    public Money? WishPrice { get; set; }

    /// <summary>The workplace that an add-on belongs to.</summary>
    public int? PartOf { get; set; }
    public int TermMonths { get; set; }
    public Money MonthlyRent { get; set; }
    public string? RecipientName { get; set; }
    public string? RecipientAccount { get; set; }
    public int? SiteId { get; set; }
    public string? Room { get; set; }

    /// <summary>The contract line that it is about (replace, move, return), or that its delivery began.</summary>
    public long? LineId { get; set; }

    /// <summary>To whom a contract line moves.</summary>
    public int? ToUnitId { get; set; }
    public int? ToCostCodeId { get; set; }
    public DateOnly? DeliveredOn { get; set; }
    public string? DeliveredBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public string? ConfirmedBy { get; set; }

    /// <summary>Pieces that were not there at the delivery and are still owed.</summary>
    public int BackOrdered { get; set; }
}

/// <summary>An asset set aside for an order line, one for each piece of equipment.</summary>
internal sealed class PickedAssetRow
{
    /// <summary>An asset is set aside for one order line at a time.</summary>
    public long AssetId { get; set; }
    public int OrderId { get; set; }
    public int LineNumber { get; set; }

    /// <summary>Which part of the product it is, from 0.</summary>
    public int Part { get; set; }
}

/// <summary>What happened to an order, in the order in which it happened. Append-only.</summary>
internal sealed class OrderStepRow
{
    public int OrderId { get; set; }
    public int Number { get; set; }
    public OrderStep Step { get; set; }
    public DateTimeOffset At { get; set; }
    public required string Actor { get; set; }
    public required string ActorName { get; set; }
    public string? Text { get; set; }
}

/// <summary>A budget holder's stand-in (<c>ersättare</c>) for some days.</summary>
internal sealed class DelegationRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public int DelegateId { get; set; }
    public DateOnly FromOn { get; set; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly UntilOn { get; set; }
    public string? Reason { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class PurchaseOrderRow
{
    public int Id { get; set; }

    /// <summary><c>I2026-00004</c></summary>
    public required string Number { get; set; }
    public required string NumberKey { get; set; }
    public int SupplierId { get; set; }
    public DateOnly OrderedOn { get; set; }
    public DateOnly? ExpectedOn { get; set; }

    /// <summary>Everything has come, or nothing more will.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The supplier's number or the framework agreement.</summary>
    public string? Reference { get; set; }
    public string? Note { get; set; }

    /// <summary>How long the supplier answers for what comes, counted from the day it comes.</summary>
    public int? WarrantyMonths { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class PurchaseLineRow
{
    public int PurchaseOrderId { get; set; }
    public int Number { get; set; }
    public int ModelId { get; set; }
    public int Quantity { get; set; }
    public Money UnitPrice { get; set; }

    /// <summary>The department's order that it is bought for.</summary>
    public int? OrderId { get; set; }
}

/// <summary>An asset that came with a purchase order.</summary>
internal sealed class ReceivedAssetRow
{
    public long AssetId { get; set; }
    public int PurchaseOrderId { get; set; }
    public int LineNumber { get; set; }
    public DateOnly ReceivedOn { get; set; }
}
