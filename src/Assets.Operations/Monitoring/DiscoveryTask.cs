using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Snmp.Client;
using Assets.Snmp.Wire;

namespace Assets.Operations.Monitoring;

/// <summary>A search of a range as a task: with which credentials, never with what they hold.</summary>
public sealed record DiscoveryInput(string Range, int Port, IReadOnlyList<int> Credentials)
{
    public static DiscoveryInput Of(LongTask task) => JsonSerializer.Deserialize<DiscoveryInput>(task.Input) ?? throw new InvalidDataException($"Task {task.Id} says nothing of its range.");
}

/// <summary>Does a search that waits in the queue: opens the credentials, asks, and keeps what was found for a person to choose from.</summary>
public static class DiscoveryTask
{
    /// <summary>Why a range or a choice of credentials cannot be searched; none where it can.</summary>
    public static Refusal? Fault(DiscoveryInput input)
    {
        if (RangeOf(input) is null) return new Refusal(DeviceRefusals.BadRange, input.Range);
        if (input.Port is < 1 or > 65_535) return new Refusal(DeviceRefusals.BadPort, $"{input.Port}");
        return input.Credentials.Count == 0 ? new Refusal(DeviceRefusals.NoCredentialChosen, "") : null;
    }

    /// <param name="progress">Gets how many have answered, and the share of rounds that are done.</param>
    public static Outcome<Discovery> Run(Installation installation, DiscoveryInput input, Action<int, double> progress, CancellationToken cancel)
    {
        if (Fault(input) is { } fault) return fault;
        var keys = CommunityKeys.Open(installation);
        var attempts = new List<DiscoveryAttempt>();
        using (var connection = installation.Database.Open())
        {
            foreach (var id in input.Credentials.Distinct())
            {
                var row = connection.Rows("select version, protected_community, name from credentials where id = @p0", r => (Version: r.GetInt32(0), Hidden: r.GetString(1), Name: r.GetString(2)), id);
                if (row.Count == 0) return new Refusal(DeviceRefusals.UnknownCredential, $"{id}");
                if (!keys.TryOpen(row[0].Hidden, out var community)) return new Refusal(PollOutcome.UnreadableCommunity, row[0].Name);
                attempts.Add(new DiscoveryAttempt(row[0].Version == 1 ? SnmpVersion.V1 : SnmpVersion.V2c, community, id));
            }
        }
        var (rounds, answered) = (0, 0);
        var found = DiscoverDevices.RunAsync(installation, RangeOf(input)!, input.Port, attempts, new Counting(round =>
        {
            answered += round.Answered;
            progress(answered, (double)++rounds / attempts.Count);
        }), cancel).GetAwaiter().GetResult();
        return new Discovery(found);
    }

    /// <summary>What a finished search has found.</summary>
    public static IReadOnlyList<DiscoveredDevice> Read(string json) => JsonSerializer.Deserialize<List<DiscoveredDevice>>(json) ?? [];

    public static string Write(Discovery discovery) => JsonSerializer.Serialize(discovery.Found, History.Json);

    private static AddressRange? RangeOf(DiscoveryInput input) => AddressRange.TryParse(input.Range.Trim(), out var range, out _) ? range : null;

    // The framework's Progress<T> posts to other threads, so that a last report may come after the end.
    private sealed class Counting(Action<(int Asked, int Answered)> report) : IProgress<(int Asked, int Answered)>
    {
        public void Report((int Asked, int Answered) value) => report(value);
    }
}

/// <summary>What a search has found; the number of a community is that of its credential.</summary>
public sealed record Discovery(IReadOnlyList<DiscoveredDevice> Found);
