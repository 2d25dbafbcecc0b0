namespace Assets.Core.Values;

/// <summary>The only place where an amount is rounded: to whole öre, half away from zero (never banker's: 89.375 is 89.38 and −89.375 is −89.38).</summary>
public static class Rounding
{
    /// <summary>Rounds an exact amount in kronor to whole öre.</summary>
    public static Money ToOre(decimal kronor) => Money.FromOre(checked((long)decimal.Round(kronor * 100m, 0, MidpointRounding.AwayFromZero)));

    /// <summary>
    /// The part of a month's amount that falls on the days with offsets <paramref name="from"/> up to but not including
    /// <paramref name="until"/>, of <paramref name="daysInMonth"/>: R(M·until/N) − R(M·from/N). Parts that touch always sum to the
    /// whole: 262.50 over 28 days, split after day 1, is 9.38 + 253.12.
    /// </summary>
    public static Money Share(Money month, int from, int until, int daysInMonth)
    {
        if (from < 0 || until > daysInMonth || from > until)
            throw new ArgumentOutOfRangeException(nameof(from), $"Days {from}..{until} do not lie in a month of {daysInMonth} days.");
        return Money.FromOre(checked(Cumulative(month.Ore, until, daysInMonth) - Cumulative(month.Ore, from, daysInMonth)));
    }

    // Whole-number arithmetic: twice the product over twice the divisor, so that the half is exact. Int128 holds any product of two longs.
    private static long Cumulative(long ore, int days, int daysInMonth)
    {
        if (days == daysInMonth) return ore;
        if (ore is > -1_000_000_000_000 and < 1_000_000_000_000)
        {
            var product = Math.Abs(ore) * days;
            var rounded = (2 * product + daysInMonth) / (2 * daysInMonth);
            return ore < 0 ? -rounded : rounded;
        }
        var wide = (Int128)ore * days;
        var magnitude = (2 * Int128.Abs(wide) + daysInMonth) / (2 * daysInMonth);
        return checked((long)(wide < 0 ? -magnitude : magnitude));
    }
}
