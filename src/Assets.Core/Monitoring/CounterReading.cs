namespace Assets.Core.Monitoring;

/// <summary>The size of a counter, which says where it starts over (RFC 2578 sections 7.1.6 and 7.1.10).</summary>
public enum CounterWidth
{
    /// <summary>Counter32: after 4 294 967 295 comes 0. A busy gigabit port is round in 34 seconds.</summary>
    Bits32 = 32,

    /// <summary>Counter64: at 10 Gbit/s it would take 468 years to come round.</summary>
    Bits64 = 64,
}

/// <summary>A counter as it was read once.</summary>
/// <param name="Value">As the device said it: octets, packets, pages. Never negative.</param>
/// <param name="UptimeTicks">The device's sysUpTime at that reading, in hundredths of a second (RFC 3418); null where it was not read.</param>
public readonly record struct CounterReading(DateTimeOffset At, ulong Value, uint? UptimeTicks);

/// <summary>What lies between two readings of a counter.</summary>
public enum CounterChange
{
    /// <summary>It grew, or stood still.</summary>
    Counted,

    /// <summary>A 32-bit counter came round once.</summary>
    CameRound,

    /// <summary>The device or the counter began anew: what was counted before is not known.</summary>
    Restarted,

    /// <summary>The readings are too far apart, or not in order: nothing can be said of the time between.</summary>
    Unknown,
}

/// <summary>How much was counted between two readings.</summary>
/// <param name="Increase">In the counter's own unit; 0 unless Counted or CameRound.</param>
/// <param name="Elapsed">The time between the readings.</param>
public readonly record struct CounterStep(CounterChange Change, ulong Increase, TimeSpan Elapsed)
{
    /// <summary>Whether <see cref="Increase"/> is what happened.</summary>
    public bool IsKnown => Change is CounterChange.Counted or CounterChange.CameRound;

    /// <summary>The mean rate, in the counter's unit a second: 7 500 000 octets in a minute are 125 000; null where it is not known.</summary>
    public double? PerSecond => IsKnown ? Increase / Elapsed.TotalSeconds : null;
}
