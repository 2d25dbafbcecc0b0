namespace Assets.Snmp.Polling;

/// <summary>
/// Readings of one target as they come in. Begun in the size of the last pass, so that a poll in steady state allocates its one
/// array once and hands it over without copying.
/// </summary>
internal sealed class ReadingList(int expected)
{
    private const int FirstSize = 32;

    private Reading[] readings = [];

    public int Count { get; private set; }

    public void Add(Reading reading)
    {
        // Nothing is taken before the first answer: dead devices are many, and cost no array.
        if (Count == readings.Length)
            Array.Resize(ref readings, Count == 0 ? Math.Max(expected, FirstSize) : Count * 2);
        readings[Count++] = reading;
    }

    public ReadOnlyMemory<Reading> ToMemory() => readings.AsMemory(0, Count);
}
