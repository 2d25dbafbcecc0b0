namespace Assets.Core.Monitoring;

/// <summary>
/// What a counter counted between two readings. A value alone cannot tell coming round from starting anew, and a counter that looks
/// as if it grew may have restarted in between: the device's uptime decides.
/// </summary>
public static class CounterArithmetic
{
    private const double TicksPerSecond = 100;
    private const double UptimeRange = 4_294_967_296; // sysUpTime comes round after 497 days

    /// <summary>
    /// The step from one reading to the next. Example: a 32-bit counter at 4 294 967 000 and a minute later at 704 has come round
    /// and counted 1 000; a 64-bit one would have restarted. Of readings further apart than <paramref name="longest"/> nothing is
    /// said of a 32-bit counter, which may have come round more than once.
    /// </summary>
    public static CounterStep Between(CounterReading earlier, CounterReading later, CounterWidth width, TimeSpan longest)
    {
        var elapsed = later.At - earlier.At;
        if (elapsed <= TimeSpan.Zero) return new(CounterChange.Unknown, 0, elapsed);
        if (HasRestarted(earlier, later, elapsed)) return new(CounterChange.Restarted, 0, elapsed);
        if (width == CounterWidth.Bits32 && elapsed > longest) return new(CounterChange.Unknown, 0, elapsed);
        if (later.Value >= earlier.Value) return new(CounterChange.Counted, later.Value - earlier.Value, elapsed);
        if (width == CounterWidth.Bits64 || earlier.Value > uint.MaxValue) return new(CounterChange.Restarted, 0, elapsed);
        return new(CounterChange.CameRound, uint.MaxValue - earlier.Value + 1 + later.Value, elapsed);
    }

    // Running throughout, a device has been up for at least the time between the readings: 40 s of uptime a minute after an uptime of
    // 10 s is a restart, though 40 is more than 10. Clocks that run a little apart are allowed for.
    private static bool HasRestarted(CounterReading earlier, CounterReading later, TimeSpan elapsed)
    {
        if (earlier.UptimeTicks is not { } before || later.UptimeTicks is not { } after) return false;
        var passed = elapsed.TotalSeconds * TicksPerSecond;
        var slack = (passed * 0.01) + (5 * TicksPerSecond);
        var expected = before + passed;
        if (expected - slack >= UptimeRange) return after + UptimeRange < expected - slack;
        if (after >= before) return after < passed - slack;
        return expected + slack < UptimeRange || after + UptimeRange < expected - slack;
    }
}
