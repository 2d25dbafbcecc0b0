using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>
/// What holds for every snapshot. The verbs of <see cref="LineTimeline"/> refuse before they could break a rule and imports reject the
/// row, so a snapshot that breaks one is a programmer's error, or a stored text that somebody changed.
/// </summary>
public static class LineRules
{
    /// <summary>9,999,999,999.99 kr. Times the greatest quantity it still fits in 64 bits of öre.</summary>
    public static readonly Money GreatestAmount = Money.FromOre(999_999_999_999);

    public const int GreatestQuantity = 1_000_000;

    /// <summary>Twenty years: longer than anything with a power cord is kept.</summary>
    public const int GreatestTermMonths = 240;

    public const decimal GreatestInterestPercent = 100m;

    public static bool InRange(Money amount) => amount <= GreatestAmount && amount >= -GreatestAmount;

    /// <exception cref="ArgumentException">The snapshot breaks a rule; the message names it.</exception>
    public static void Demand(LineSnapshot line)
    {
        if (line.LineCode.Length == 0) throw Broken(line, "it has no code");
        Segment? previous = null;
        foreach (var segment in line.Segments)
        {
            if (segment.Period.IsEmpty) throw Broken(line, "a segment has no days");
            if (previous is not null && (previous.Period.Until is not { } end || end > segment.Period.From))
                throw Broken(line, "its segments overlap or are out of order");
            Demand(line, segment);
            previous = segment;
        }
        var oneOffs = line.OneOffs.AsSpan();
        for (var i = 0; i < oneOffs.Length; i++) Demand(line, oneOffs, i);
    }

    private static void Demand(LineSnapshot line, Segment segment)
    {
        if (segment.UnitCode.Length == 0) throw Broken(line, "a segment has no unit");
        if (segment.AssetTag is { Length: 0 }) throw Broken(line, "an absent asset is none, not an empty tag");
        if (segment.Quantity is < 1 or > GreatestQuantity) throw Broken(line, "a quantity is out of range");
        var components = segment.Price.Components.AsSpan();
        for (var i = 0; i < components.Length; i++)
        {
            Demand(line, components[i]);
            for (var j = 0; j < i; j++)
            {
                if (components[j].Name == components[i].Name) throw Broken(line, "two components of a price have the same name");
            }
        }
    }

    private static void Demand(LineSnapshot line, Component component)
    {
        // A colon parts the name of a charge, and a one-off word would give two charges of one day the same name.
        if (component.Name.Length == 0 || component.Name.Contains(':') || Components.IsOneOff(component.Name))
            throw Broken(line, $"'{component.Name}' cannot be the name of a monthly component");
        var valid = component switch
        {
            FlatComponent flat => InRange(flat.MonthlyRate),
            CapitalComponent capital => IsCalculable(capital),
            _ => throw Broken(line, "a component is of an unknown kind"),
        };
        if (!valid) throw Broken(line, $"component '{component.Name}' is out of range");
    }

    private static bool IsCalculable(CapitalComponent capital) =>
        Enum.IsDefined(capital.Method)
        && capital.PurchasePrice >= Money.Zero && InRange(capital.PurchasePrice)
        && capital.Residual >= Money.Zero && capital.Residual <= capital.PurchasePrice
        && capital.TermMonths is >= 1 and <= GreatestTermMonths
        && capital.InterestPercent is >= 0 and <= GreatestInterestPercent;

    private static void Demand(LineSnapshot line, ReadOnlySpan<OneOff> oneOffs, int index)
    {
        var oneOff = oneOffs[index];
        if (!Components.IsOneOff(oneOff.Component)) throw Broken(line, $"'{oneOff.Component}' is not charged once");
        if (oneOff.UnitCode.Length == 0) throw Broken(line, "a one-off has no unit");
        if (oneOff.AssetTag is { Length: 0 }) throw Broken(line, "an absent asset is none, not an empty tag");
        if (!InRange(oneOff.Amount)) throw Broken(line, "a one-off is out of range");
        for (var i = 0; i < index; i++)
        {
            if (oneOffs[i].Day > oneOff.Day) throw Broken(line, "its one-offs are out of order");
            if (oneOffs[i].Day == oneOff.Day && oneOffs[i].Component == oneOff.Component) throw Broken(line, "two one-offs are the same");
        }
    }

    private static ArgumentException Broken(LineSnapshot line, string what) => new($"Contract line '{line.LineCode}' breaks a rule: {what}.", nameof(line));
}
