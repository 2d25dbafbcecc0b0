using Assets.Snmp.Wire;

namespace Assets.SnmpSim.Mib;

/// <summary>
/// A number that is a pure function of the time: base + rate × seconds since the start, busier by day than by night, or a level that
/// falls from a hundred and is filled up again. Counters wrap as their type does.
/// Example: 1 000 octets a second are 86 400 000 a day, on any day.
/// </summary>
public sealed class Growth
{
    private const double SecondsPerDay = 86_400;
    private const double Swing = 0.8;

    private readonly Func<double, double> valueAfter;

    private Growth(SmiType type, DateTimeOffset start, Func<double, double> valueAfter)
    {
        Type = type;
        Start = start;
        this.valueAfter = valueAfter;
    }

    public SmiType Type { get; }

    public DateTimeOffset Start { get; }

    /// <summary>A counter whose rate swings by 80 % over the day and is the given one on average.</summary>
    public static Growth Counter(SmiType type, DateTimeOffset start, double from, double perSecond) => new(type, start, seconds =>
    {
        // The integral of 1 + swing · sin: it never falls, since the swing is below 1.
        var day = SecondsPerDay / (2 * Math.PI);
        return from + (perSecond * (seconds + (Swing * day * (1 - Math.Cos(seconds / day)))));
    });

    /// <summary>Hundredths of a second since the start.</summary>
    public static Growth UpTime(DateTimeOffset start) => new(SmiType.TimeTicks, start, seconds => Math.Floor(seconds * 100));

    /// <summary>A level in percent that falls to nothing in so many days and is then full again.</summary>
    public static Growth Level(DateTimeOffset start, double days) =>
        new(SmiType.Integer, start, seconds => 100 - Math.Floor(seconds / SecondsPerDay / days * 100 % 100));

    public SmiValue At(DateTimeOffset time)
    {
        var number = (ulong)Math.Max(0, valueAfter(Math.Max(0, (time - Start).TotalSeconds)));
        return Type switch
        {
            SmiType.Integer => SmiValue.Integer((long)number),
            SmiType.Counter64 => SmiValue.Counter64(number),
            _ => SmiValue.Unsigned(Type, number & uint.MaxValue),
        };
    }
}
