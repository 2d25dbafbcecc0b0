namespace Assets.Core.Rentals;

/// <summary>How long a contract line still pays for capital.</summary>
public static class TermEnd
{
    /// <summary>
    /// The first day after the term of what the line has on a day: 10 March 2030 for 48 months from 10 March 2026. None where nothing
    /// says so: an imported rent, a service, a day outside the line.
    /// </summary>
    public static DateOnly? On(LineSnapshot line, DateOnly day)
    {
        DateOnly? end = null;
        foreach (var segment in line.Segments)
        {
            if (!segment.Period.Contains(day)) continue;
            foreach (var component in segment.Price.Components)
            {
                if (component is CapitalComponent capital && (end is null || capital.Until > end)) end = capital.Until;
            }
        }
        return end;
    }
}
