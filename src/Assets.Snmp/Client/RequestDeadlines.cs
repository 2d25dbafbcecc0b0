namespace Assets.Snmp.Client;

/// <summary>
/// When requests count as stalled and when as timed out. All wait equally long, so that a queue is in order of time by
/// itself: no heap, no timer a request. Entries of requests answered meanwhile stay until they come to the front.
/// </summary>
internal sealed class RequestDeadlines(ClientSettings settings, TimeProvider clock, RequestTable table)
{
    private readonly Queue<Entry> stalls = new();
    private readonly Queue<Entry> timeouts = new();
    private readonly long stallTicks = Ticks(settings.StallAfter, clock);
    private readonly long timeoutTicks = Ticks(settings.Timeout, clock);

    public void Add(int requestId, long sentAt, bool alreadyStalled)
    {
        if (!alreadyStalled && stallTicks < timeoutTicks)
            stalls.Enqueue(new Entry(sentAt + stallTicks, requestId));
        timeouts.Enqueue(new Entry(sentAt + timeoutTicks, requestId));
    }

    /// <summary>The next request that has stalled by now, or null.</summary>
    public Conversation? TakeStalled(long now) => Take(stalls, now);

    /// <summary>The next request that has timed out by now, or null.</summary>
    public Conversation? TakeTimedOut(long now) => Take(timeouts, now);

    /// <summary>Until the next request stalls or times out, in whole milliseconds rounded up, at most the given number.</summary>
    public int MillisecondsLeft(long now, int most)
    {
        var next = Math.Min(NextDue(stalls), NextDue(timeouts));
        return next == long.MaxValue ? most : (int)Math.Clamp(Math.Ceiling(clock.GetElapsedTime(now, next).TotalMilliseconds), 0, most);
    }

    private Conversation? Take(Queue<Entry> queue, long now)
    {
        if (NextDue(queue) > now)
            return null;
        table.Find(queue.Dequeue().RequestId, out var conversation);
        return conversation;
    }

    // Without passing over the answered ones, an idle loop would wake up once for each of them.
    private long NextDue(Queue<Entry> queue)
    {
        while (queue.TryPeek(out var entry))
        {
            if (table.Find(entry.RequestId, out _) == Match.Waiting)
                return entry.Due;
            queue.Dequeue();
        }
        return long.MaxValue;
    }

    private static long Ticks(TimeSpan span, TimeProvider clock) => (long)(span.TotalSeconds * clock.TimestampFrequency);

    private readonly record struct Entry(long Due, int RequestId);
}
