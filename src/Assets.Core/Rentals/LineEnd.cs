namespace Assets.Core.Rentals;

/// <summary>When the rent of something that runs stops.</summary>
public static class LineEnd
{
    /// <summary>
    /// The first day that is not charged any more, of the period that a day lies in: 16 May where it runs until 15 May, whatever changes
    /// on the way there. None until further notice, and none for a day outside the line.
    /// </summary>
    public static DateOnly? On(LineSnapshot line, DateOnly day)
    {
        DateOnly? end = null;
        foreach (var segment in line.Segments)
        {
            if (segment.Period.Contains(day) || (end is not null && segment.Period.From == end)) end = segment.Period.Until;
        }
        return end;
    }

    /// <summary>
    /// True where the asset has left the line and the rent only runs until the notice is over: nothing can be exchanged, moved or given
    /// back then. A service has never had one, and a line without an end may still get one.
    /// </summary>
    public static bool IsHandedIn(LineSnapshot line, DateOnly day)
    {
        if (On(line, day) is null) return false;
        DateOnly? joined = null;
        var had = false;
        foreach (var segment in line.Segments)
        {
            had = segment.AssetTag is not null || (had && segment.Period.From == joined);
            if (segment.Period.Contains(day)) return had && segment.AssetTag is null;
            joined = segment.Period.Until;
        }
        return false;
    }
}
