using Assets.Snmp.Client;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Polling;

/// <summary>
/// How polling one target went. What was read before a failure is kept: a device that falls silent half-way has an outcome of TimedOut
/// and some readings.
/// </summary>
public sealed class TargetResult
{
    private readonly ReadingList readings;
    private bool expired;

    internal TargetResult(ReadingList readings)
    {
        this.readings = readings;
        ReadingCount = readings.Count;
    }

    public required PollTarget Target { get; init; }

    public required SnmpOutcome Outcome { get; init; }

    /// <summary>The device's error-status behind Refused or AgentError.</summary>
    public required ErrorStatus Status { get; init; }

    /// <summary>What was wrong with the octets behind Malformed.</summary>
    public required DecodeError Decoding { get; init; }

    /// <summary>When the target was done, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The shortest time from a request to its answer; null without an answer.</summary>
    public required TimeSpan? RoundTrip { get; init; }

    /// <summary>sysUpTime in hundredths of a second (it starts over after 497 days); null where it was not read.</summary>
    public required uint? SysUpTime { get; init; }

    /// <summary>Requests sent for it, those repeated after silence not counted.</summary>
    public required int Requests { get; init; }

    /// <summary>Columns cut short because the device's names did not increase.</summary>
    public required int LoopsCut { get; init; }

    public int ReadingCount { get; }

    /// <summary>
    /// On loan until the receiver of this result returns: whoever keeps readings copies them. Throws InvalidOperationException afterwards.
    /// </summary>
    public ReadOnlySpan<Reading> Readings => expired
        ? throw new InvalidOperationException("The readings were on loan until the receiver returned; copy those that are to be kept.")
        : readings.All;

    public override string ToString() => $"{Target}: {Outcome}, {ReadingCount} readings";

    internal void Expire()
    {
        expired = true;
        readings.GiveBack();
    }
}

/// <summary>A whole pass. Failed = targets with any outcome but Answered; Varbinds = readings.</summary>
/// <param name="CpuSeconds">Processor time of the whole process during the pass, user and system.</param>
public sealed record PollStatistics(
    int Ok, int Failed, long Varbinds, long Requests, double WallSeconds, double CpuSeconds, ClientCounters Counters);
