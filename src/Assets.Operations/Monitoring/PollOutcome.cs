using Assets.Core.Values;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Wire;
using Reading = Assets.Snmp.Polling.Reading;

namespace Assets.Operations.Monitoring;

/// <summary>What a poll's end says about the device, as a status and as a word for it.</summary>
internal static class PollOutcome
{
    /// <summary>The device's host name stands for no address.</summary>
    public const string UnknownName = "unknown_name";

    /// <summary>The key ring does not open the device's community, so that it cannot be asked.</summary>
    public const string UnreadableCommunity = "unreadable_community";

    /// <summary>No profile of this program has that name.</summary>
    public const string UnknownProfile = "unknown_profile";

    public static Vocabulary<SnmpOutcome> Words { get; } = new(
        (SnmpOutcome.Answered, "answered"),
        (SnmpOutcome.TimedOut, "timeout"),
        (SnmpOutcome.Refused, "refused"),
        (SnmpOutcome.AgentError, "agent_error"),
        (SnmpOutcome.Malformed, "malformed"),
        (SnmpOutcome.Unreachable, "unreachable"),
        (SnmpOutcome.Cancelled, "cancelled"));

    /// <summary>
    /// Up is what gave any answer at all: a device that refuses, or falls silent half-way, is there, and its error says the rest.
    /// </summary>
    public static bool HasAnswered(TargetResult result) =>
        result.Outcome is SnmpOutcome.Answered or SnmpOutcome.Refused or SnmpOutcome.AgentError or SnmpOutcome.Malformed || result.RoundTrip is not null || result.ReadingCount > 0;

    /// <summary>A word and what the device added to it: <c>timeout</c>, <c>agent_error GenErr</c>; null where all went well.</summary>
    public static string? Error(TargetResult result)
    {
        if (result.Outcome == SnmpOutcome.Answered) return null;
        var word = Words.Word(result.Outcome);
        if (result.Status != ErrorStatus.NoError) return $"{word} {result.Status}";
        return result.Decoding == DecodeError.None ? word : $"{word} {result.Decoding}";
    }

    public static DeviceReport Report(int deviceId, TargetResult result)
    {
        var at = Conventions.ToMicroseconds(result.Time);
        var answered = HasAnswered(result);
        var said = Said(result.Readings);
        return new DeviceReport(
            deviceId,
            at,
            answered ? DeviceStatus.Up : DeviceStatus.Down,
            answered ? at : null,
            result.SysUpTime,
            result.RoundTrip is { } trip ? (int)Math.Min(trip.TotalMicroseconds, int.MaxValue) : null,
            said.Name,
            said.Descr,
            said.ObjectId,
            SerialNumber.Of(result.Readings),
            Error(result));
    }

    /// <summary>Of a device that could not even be asked.</summary>
    /// <param name="status">Down, or null where it says nothing about the device.</param>
    public static DeviceReport Unasked(int deviceId, DateTimeOffset at, DeviceStatus? status, string error) =>
        new(deviceId, Conventions.ToMicroseconds(at), status, null, null, null, null, null, null, null, error);

    private static (string? Name, string? Descr, string? ObjectId) Said(ReadOnlySpan<Reading> readings)
    {
        string? name = null, descr = null, objectId = null;
        foreach (ref readonly var reading in readings)
        {
            switch (reading.Metric.Name)
            {
                case "sysName": name = reading.Text; break;
                case "sysDescr": descr = reading.Text; break;
                case "sysObjectID": objectId = reading.Text; break;
            }
        }
        return (name, descr, objectId);
    }
}
