using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// What a contract line costs in a month. A component with the monthly amount M, charged for the days with offsets a up to but not
/// including b of a month of N days, costs R(M·b/N) − R(M·a/N): 262.50 from 10 to 31 March (a = 9, b = 31, N = 31) is 186.29.
/// </summary>
public static class Rating
{
    /// <summary>
    /// Appends the line's charges of the month: by segment, then by component, then by contract month where the method runs by it; the
    /// one-offs last. No charge for a rate of zero; a charge that rounds to 0.00 is written.
    /// </summary>
    /// <param name="findings">Receives <c>unpriced_line</c> and <c>missing_code</c>, each at most once; none where a month is only recomputed.</param>
    public static void Rate(LineSnapshot line, BillingMonth month, List<Charge> into, List<Finding>? findings = null)
    {
        var first = month.First.DayNumber;
        var days = month.Days;
        var unpriced = false;
        var missing = false;
        foreach (var segment in line.Segments)
        {
            var a = Math.Max(0, segment.Period.From.DayNumber - first);
            if (a >= days) break; // ascending: nothing later reaches into the month either
            var b = segment.Period.Until is { } until ? Math.Min(days, until.DayNumber - first) : days;
            if (b <= a) continue;

            var before = into.Count;
            var priced = false;
            foreach (var component in segment.Price.Components)
            {
                if (component is FlatComponent flat)
                {
                    priced |= flat.MonthlyRate != Money.Zero;
                    Add(line, segment, month, component.Name, Money.FromOre(checked(segment.Quantity * flat.MonthlyRate.Ore)), a, b, into);
                }
                else
                {
                    var capital = (CapitalComponent)component;
                    priced |= capital.PurchasePrice != Money.Zero;
                    RateCapital(line, segment, month, capital, a, b, into);
                }
            }

            // A machine that outlives its term costs nothing and is rightly priced so; a rate of zero is a price that nobody set.
            if (!priced) Note(FindingCodes.UnpricedLine, line, segment.Period.From, ref unpriced, findings);
            if (segment.CostCode.Length == 0 && (into.Count > before || !priced)) Note(FindingCodes.MissingCode, line, segment.Period.From, ref missing, findings);
        }

        foreach (var oneOff in line.OneOffs)
        {
            if (oneOff.Amount == Money.Zero || BillingMonth.Of(oneOff.Day) != month) continue;
            into.Add(new Charge(
                month, line.LineCode, oneOff.AssetTag, oneOff.UnitCode, oneOff.CostCode, oneOff.Component, oneOff.Day, oneOff.Day.AddDays(1), 1, oneOff.Amount));
            if (oneOff.CostCode.Length == 0) Note(FindingCodes.MissingCode, line, oneOff.Day, ref missing, findings);
        }
    }

    private static void RateCapital(LineSnapshot line, Segment segment, BillingMonth month, CapitalComponent capital, int a, int b, List<Charge> into)
    {
        var first = month.First;
        a = Math.Max(a, capital.Start.DayNumber - first.DayNumber);
        b = Math.Min(b, capital.Until.DayNumber - first.DayNumber);
        while (a < b)
        {
            var contractMonth = CapitalPricing.ContractMonthOf(capital, first.AddDays(a));
            var end = b;
            if (CapitalPricing.RunsByContractMonth(capital.Method))
                end = Math.Min(b, CapitalPricing.FirstDay(capital, contractMonth + 1).DayNumber - first.DayNumber);
            Add(line, segment, month, capital.Name, CapitalPricing.MonthRate(capital, contractMonth, segment.Quantity), a, end, into);
            a = end;
        }
    }

    private static void Add(LineSnapshot line, Segment segment, BillingMonth month, string component, Money rate, int a, int b, List<Charge> into)
    {
        if (rate == Money.Zero) return;
        var first = month.First;
        into.Add(new Charge(
            month,
            line.LineCode,
            segment.AssetTag,
            segment.UnitCode,
            segment.CostCode,
            component,
            first.AddDays(a),
            first.AddDays(b),
            segment.Quantity,
            Rounding.Share(rate, a, b, month.Days)));
    }

    private static void Note(string code, LineSnapshot line, DateOnly day, ref bool noted, List<Finding>? findings)
    {
        if (noted) return;
        noted = true;
        findings?.Add(FindingCodes.Find(code, line.LineCode, day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
