namespace Assets.Snmp.Client;

/// <summary>What went over the socket since the client was made. Requests counts retransmissions too.</summary>
public readonly record struct ClientCounters(
    long Requests,
    long Retransmissions,
    long Replies,
    long Timeouts,
    long Late,
    long Duplicates,
    long WrongSource,
    long Unmatched,
    long Malformed,
    long SendFailures)
{
    public static ClientCounters operator +(ClientCounters left, ClientCounters right) => new(
        left.Requests + right.Requests,
        left.Retransmissions + right.Retransmissions,
        left.Replies + right.Replies,
        left.Timeouts + right.Timeouts,
        left.Late + right.Late,
        left.Duplicates + right.Duplicates,
        left.WrongSource + right.WrongSource,
        left.Unmatched + right.Unmatched,
        left.Malformed + right.Malformed,
        left.SendFailures + right.SendFailures);

    public static ClientCounters operator -(ClientCounters left, ClientCounters right) => new(
        left.Requests - right.Requests,
        left.Retransmissions - right.Retransmissions,
        left.Replies - right.Replies,
        left.Timeouts - right.Timeouts,
        left.Late - right.Late,
        left.Duplicates - right.Duplicates,
        left.WrongSource - right.WrongSource,
        left.Unmatched - right.Unmatched,
        left.Malformed - right.Malformed,
        left.SendFailures - right.SendFailures);
}

/// <summary>The same while counting: written by the loop's thread only, read by any.</summary>
internal sealed class Tally
{
    public long Requests, Retransmissions, Replies, Timeouts, Late, Duplicates, WrongSource, Unmatched, Malformed, SendFailures;

    public ClientCounters Snapshot() => new(
        Volatile.Read(ref Requests), Volatile.Read(ref Retransmissions), Volatile.Read(ref Replies), Volatile.Read(ref Timeouts),
        Volatile.Read(ref Late), Volatile.Read(ref Duplicates), Volatile.Read(ref WrongSource), Volatile.Read(ref Unmatched),
        Volatile.Read(ref Malformed), Volatile.Read(ref SendFailures));
}
