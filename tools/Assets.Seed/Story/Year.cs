using Assets.Seed.Loading;

namespace Assets.Seed.Story;

/// <summary>The whole story: the opening, a year of months with what happens in them, and the month that is still open.</summary>
internal static class Year
{
    public static Plot Tell(DemoSettings settings) => Tell(settings, DemoPasswords.Invent());

    public static Plot Tell(DemoSettings settings, DemoPasswords passwords)
    {
        var plot = new Plot(settings);
        Opening.Tell(plot);
        Opening.LetIn(plot, passwords);
        Services.Tell(plot);
        var findings = new Findings(plot);
        findings.TellOfExpiredCode();
        findings.TellOfMissingPrice();
        var late = new LateFacts(plot);
        Prices.Tell(plot);
        Standards.Tell(plot);
        var (deliveries, happenings) = (new Deliveries(plot), new Happenings(plot));
        for (var number = 0; number <= DemoSettings.ClosedMonths; number++)
        {
            var month = Core.Values.BillingMonth.Of(settings.FirstClosed.First.AddMonths(number));
            plot.BeginMonth();
            late.Tell(number, month);
            deliveries.Tell(month);
            happenings.Tell(month);
        }
        findings.TellOfLooseEnds();
        deliveries.Order(settings.LastClosed);
        Orders.Tell(plot);
        BenchDays.Tell(plot);
        MonthEnds.Tell(plot, new Dictionary<int, string> { [Findings.MonthWithoutPrice] = Findings.Acceptance });
        return plot;
    }
}
