using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>What is left of a line's capital on a day, by its own calculation.</summary>
public static class CapitalOn
{
    /// <summary>True where the line runs on a day with a calculated price, even one whose term is over; true outside its periods, where the verb refuses anyway.</summary>
    public static bool IsThere(LineSnapshot line, DateOnly day) =>
        line.Segments.FirstOrDefault(segment => segment.Period.Contains(day)) is not { } segment || segment.Price.Components.Any(component => component is CapitalComponent);

    /// <summary>The sum over the capital components that a line has on a day; nothing outside its periods, where the verb refuses anyway.</summary>
    public static Money Day(LineSnapshot line, DateOnly day, Func<CapitalComponent, DateOnly, int, Money> value)
    {
        var sum = Money.Zero;
        foreach (var segment in line.Segments)
        {
            if (!segment.Period.Contains(day)) continue;
            foreach (var component in segment.Price.Components)
                if (component is CapitalComponent capital) sum += value(capital, day, segment.Quantity);
        }
        return sum;
    }
}
