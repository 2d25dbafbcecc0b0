using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Tests.Rentals;

/// <summary>Lines that the tests of several rooms begin with; the PC of the worked example.</summary>
internal static class Lines
{
    public static readonly BillingMonth March = new(2026, 3);
    public static readonly BillingMonth April = new(2026, 4);
    public static readonly BillingMonth May = new(2026, 5);
    public static readonly BillingMonth June = new(2026, 6);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string? iso) => iso is null ? null : Day(iso);

    public static Money Kr(decimal kronor) => Money.FromKronor(kronor);

    public static LineSnapshot Rent(decimal rate, string from, string? until = null) =>
        LineSnapshot.Imported("C1", "IT1", "U1", "1000", new Period(Day(from), DayOrNone(until)), Kr(rate));

    /// <summary>12,000.00 without residual over 48 months at 2.5 %.</summary>
    public static CapitalComponent Pc(Method method, string start = "2026-03-10") =>
        new(Components.Capital, method, Kr(12000m), Money.Zero, 48, 2.5m, Day(start));

    /// <summary>The PC with administration and support of 95.00.</summary>
    public static LineSnapshot PcLine(Method method, string start = "2026-03-10", string? until = null) =>
        new("C1", [new Segment(new Period(Day(start), DayOrNone(until)), "U1", "1000", "IT1", "", 1, PcPrice(method, start))], []);

    public static Price PcPrice(Method method, string start = "2026-03-10") =>
        new([Pc(method, start), new FlatComponent(Components.Support, Kr(95m))]);

    public static Price Flat(decimal rate) => new([new FlatComponent(Components.Rent, Kr(rate))]);
}
