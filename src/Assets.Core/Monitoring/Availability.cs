namespace Assets.Core.Monitoring;

/// <summary>From when on a device answered, did not answer, or was not watched (null).</summary>
public readonly record struct StatusMoment(DateTimeOffset At, bool? IsUp);

/// <summary>A stretch during which a device did not answer; at the ends cut to the period asked for.</summary>
public readonly record struct Outage(DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until - From;
}

/// <summary>How a device did in a period. Up, down and unwatched time together are the whole period.</summary>
public sealed record Availability(TimeSpan Up, TimeSpan Down, TimeSpan Unwatched, IReadOnlyList<Outage> Outages)
{
    /// <summary>Up in parts of the watched time, 0 to 1: 29 days up and 1 day down are 0.9667; null where nothing was watched.</summary>
    public double? Share => Up + Down > TimeSpan.Zero ? Up / (Up + Down) : null;

    /// <summary>
    /// From the changes of a status, in order of time, those before <paramref name="from"/> included: the last of them says how the period
    /// begins. Without one it begins unwatched. Time after <paramref name="until"/> does not count.
    /// </summary>
    /// <exception cref="ArgumentException">The changes are not in order, or the period is empty.</exception>
    public static Availability Of(IEnumerable<StatusMoment> changes, DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from) throw new ArgumentException("The period ends before it begins.", nameof(until));
        var told = new Tally();
        var current = new StatusMoment(from, null);
        var last = DateTimeOffset.MinValue;
        foreach (var change in changes)
        {
            if (change.At < last) throw new ArgumentException("The changes are not in order of time.", nameof(changes));
            last = change.At;
            if (change.At >= until) break;
            told.Add(current.IsUp, current.At, change.At);
            current = change.At > from ? change : change with { At = from };
        }
        told.Add(current.IsUp, current.At, until);
        return new Availability(told.Up, told.Down, told.Unwatched, told.Outages);
    }

    private sealed class Tally
    {
        public TimeSpan Up { get; private set; }

        public TimeSpan Down { get; private set; }

        public TimeSpan Unwatched { get; private set; }

        public List<Outage> Outages { get; } = [];

        public void Add(bool? isUp, DateTimeOffset from, DateTimeOffset until)
        {
            if (until <= from) return;
            if (isUp is null) Unwatched += until - from;
            else if (isUp == true) Up += until - from;
            else AddOutage(from, until);
        }

        // "Down" said twice in a row is one outage.
        private void AddOutage(DateTimeOffset from, DateTimeOffset until)
        {
            Down += until - from;
            if (Outages.Count > 0 && Outages[^1].Until == from) Outages[^1] = Outages[^1] with { Until = until };
            else Outages.Add(new Outage(from, until));
        }
    }
}
