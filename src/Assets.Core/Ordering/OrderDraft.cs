using Assets.Core.Values;

namespace Assets.Core.Ordering;

/// <summary>An order before it is submitted, with what has to be known of the things it names.</summary>
/// <param name="UnitCodes">The unit that pays and all above it, nearest first.</param>
/// <param name="CostCode">None where none is chosen.</param>
public sealed record OrderDraft(
    EquatableArray<string> UnitCodes, DraftCostCode? CostCode, DateOnly? WantedOn, string? Note, EquatableArray<DraftLine> Lines);

/// <summary>A cost code with the unit it belongs to and the days on which it holds; both days are inside.</summary>
public sealed record DraftCostCode(string Code, string UnitCode, DateOnly? ValidFrom, DateOnly? ValidUntil);

/// <summary>One line. Of a replacement, a move or a return the contract line is asked for, and the product where it has a new term.</summary>
/// <param name="HasSite">Whether a place is chosen.</param>
/// <param name="HasContractLine">Whether it names the contract line that it is about.</param>
public sealed record DraftLine(
    int Number, OrderLineKind Kind, string? ProductCode, string? Wish, int? PartOf, int TermMonths, string? RecipientName, string? RecipientAccount, bool HasSite, string? Room,
    bool HasContractLine);

/// <summary>What an order still lacks. A basket shows all of them, each at its field.</summary>
/// <param name="Line">The line's number; none for the order as a whole.</param>
/// <param name="Detail">Data for the message: a code, a day; may be empty.</param>
public sealed record OrderFault(string Code, int? Line, string Detail);
