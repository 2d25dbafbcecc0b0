namespace Assets.Operations.Ordering;

/// <summary>What is put in the basket.</summary>
/// <param name="UnitCode">Who is to pay.</param>
/// <param name="ProductCode">Of the edition in force; none for a wish that is nothing of it.</param>
/// <param name="Wish">What is asked for outside the standard, in words.</param>
/// <param name="AddOns">Codes of add-ons, for each of the workplaces.</param>
/// <param name="Quantity">So many lines, each with a recipient of its own.</param>
public sealed record BasketItem(string UnitCode, string? ProductCode, string? Wish, int TermMonths, IReadOnlyList<string> AddOns, int Quantity = 1)
{
    public const int MostAtOnce = 50;
    public const int MostLines = 200;
}

/// <summary>What the fields of a basket say now; a text that is empty empties its field.</summary>
/// <param name="UnitCode">None keeps the unit.</param>
public sealed record BasketFields(string? UnitCode, string CostCode, DateOnly? WantedOn, string Note, IReadOnlyList<BasketLineFields> Lines);

/// <param name="Site">A site by code, by name, or by both as the list offers them.</param>
/// <param name="AddOns">The add-ons that the workplace shall have; none leaves them as they are.</param>
public sealed record BasketLineFields(
    int Number, string RecipientName, string RecipientAccount, string Site, string Room, int TermMonths, string? Wish, IReadOnlyList<string>? AddOns = null);
