namespace Assets.Seed.Story;

/// <summary>The whole story: the opening, a year of months with what happens in them, and the month that is still open.</summary>
internal static class Year
{
    public static Plot Tell(DemoSettings settings)
    {
        var plot = new Plot(settings);
        Opening.Tell(plot);
        MonthEnds.Tell(plot, new Dictionary<int, string>());
        return plot;
    }
}
