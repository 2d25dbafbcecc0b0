using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>An order as it stands in the database, with the codes of what it names.</summary>
/// <param name="ApprovedRent">What a budget holder has approved a month; none before.</param>
/// <param name="InterestPercent">A year, as it was in force when the order was sent; none in a basket and where none had been decided.</param>
internal sealed record StoredOrder(
    int Id, string Number, OrderState State, int UnitId, string UnitCode, int? CostCodeId, string? CostCode, int OrdererId, int? EditionId, DateOnly? WantedOn,
    DateOnly? PromisedOn, string? Note, DateTimeOffset? SubmittedAt, Money MonthlyRent, Money? ApprovedRent, decimal? InterestPercent, int Version);

/// <summary>A line of it.</summary>
/// <param name="WishModel">The model that the IT architect has chosen for a wish, by code.</param>
/// <param name="WishPrice">What one costs to buy, without VAT; none until the architect has said.</param>
internal sealed record StoredOrderLine(
    int OrderId, int Number, OrderLineKind Kind, string? ProductCode, string? Wish, string? WishModel, Money? WishPrice, int? PartOf, int TermMonths, Money MonthlyRent,
    string? RecipientName, string? RecipientAccount, int? SiteId, string? Room, long? LineId, int? ToUnitId, int? ToCostCodeId,
    DateOnly? DeliveredOn, string? DeliveredBy, DateTimeOffset? ConfirmedAt, string? ConfirmedBy);

/// <summary>Who acts: an account of the installation, or a job of its own, which has no number.</summary>
internal sealed record OrderActor(int? UserId, string Account, string Name);
