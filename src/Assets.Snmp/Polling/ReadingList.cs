namespace Assets.Snmp.Polling;

/// <summary>
/// Readings of one target as they come in, in an array on loan from the poller: a pass in steady state allocates none, whatever the
/// number of devices, and memory does not grow with the fleet.
/// </summary>
internal sealed class ReadingList(ReadingLoans loans, int expected)
{
    private Reading[] readings = [];

    public int Count { get; private set; }

    public ReadOnlySpan<Reading> All => readings.AsSpan(0, Count);

    public void Add(Reading reading)
    {
        // Nothing is taken before the first answer: dead devices are many, and hold no array while they are waited for.
        if (Count == readings.Length)
            readings = loans.Exchange(readings, Count == 0 ? expected : Count * 2);
        readings[Count++] = reading;
    }

    public void GiveBack()
    {
        loans.Return(readings, Count);
        readings = [];
        Count = 0;
    }
}

/// <summary>Arrays that wait to be used again; at most as many as there ever were targets answering at once.</summary>
internal sealed class ReadingLoans
{
    private const int Smallest = 256;

    private readonly Lock gate = new();
    private readonly Stack<Reading[]> free = new();

    /// <summary>A larger array with the same beginning.</summary>
    public Reading[] Exchange(Reading[] full, int least)
    {
        Reading[]? larger;
        lock (gate)
            free.TryPop(out larger);
        if (larger is null || larger.Length < least || larger.Length <= full.Length)
            larger = new Reading[Math.Max(least, Smallest)];
        full.CopyTo(larger, 0);
        Return(full, full.Length);
        return larger;
    }

    public void Return(Reading[] readings, int used)
    {
        if (readings.Length == 0)
            return;
        Array.Clear(readings, 0, used);
        lock (gate)
            free.Push(readings);
    }
}
