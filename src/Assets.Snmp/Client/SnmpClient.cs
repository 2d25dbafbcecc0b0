using System.Net.Sockets;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>
/// Asks any number of devices over one UDP socket an address family. Safe to use from many threads; meant to be made once and kept.
/// Every method ends within (Retries + 1) × Timeout a request, and a refusal is an outcome, not an exception.
/// </summary>
public sealed class SnmpClient : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private RequestLoop? v4;
    private RequestLoop? v6;
    private bool disposed;

    public SnmpClient(ClientSettings? settings = null, TimeProvider? clock = null)
    {
        Settings = settings ?? new ClientSettings();
        Settings.Validate();
        this.clock = clock ?? TimeProvider.System;
    }

    public ClientSettings Settings { get; }

    /// <summary>What has gone over the sockets so far.</summary>
    public ClientCounters Counters => (v4?.Tally.Snapshot() ?? default) + (v6?.Tally.Snapshot() ?? default);

    internal TimeProvider Clock => clock;

    /// <summary>The values of these very objects (RFC 3416 section 4.2.1); in version 2c a missing one is an exception value.</summary>
    public Task<SnmpReply> GetAsync(Agent agent, IReadOnlyList<ObjectId> names, CancellationToken cancellation = default) =>
        RunAsync(new Exchange(agent, PduType.Get, Asked(names), Settings.MaxVarBinds), cancellation);

    /// <summary>For each name the first object after it (RFC 3416 section 4.2.2).</summary>
    public Task<SnmpReply> GetNextAsync(Agent agent, IReadOnlyList<ObjectId> names, CancellationToken cancellation = default) =>
        RunAsync(new Exchange(agent, PduType.GetNext, Asked(names), Settings.MaxVarBinds), cancellation);

    /// <summary>
    /// One object after each of the first names, up to so many after each of the others (RFC 3416 section 4.2.3). The device
    /// may answer fewer. Not in version 1.
    /// </summary>
    public Task<SnmpReply> GetBulkAsync(
        Agent agent, IReadOnlyList<ObjectId> names, int nonRepeaters, int maxRepetitions, CancellationToken cancellation = default)
    {
        if (agent.Version == SnmpVersion.V1)
            throw new ArgumentException("Version 1 has no GetBulk.", nameof(agent));
        ArgumentOutOfRangeException.ThrowIfNegative(nonRepeaters);
        ArgumentOutOfRangeException.ThrowIfNegative(maxRepetitions);
        return RunAsync(new Exchange(agent, Asked(names), nonRepeaters, maxRepetitions), cancellation);
    }

    /// <summary>All objects below a name, at most so many.</summary>
    public Task<WalkReply> WalkAsync(Agent agent, ObjectId root, int most = 1_000_000, CancellationToken cancellation = default) =>
        RunAsync(new Walk(agent, root, Settings.MaxVarBinds, most), cancellation);

    public void Dispose()
    {
        lock (gate)
            disposed = true;
        v4?.Dispose();
        v6?.Dispose();
    }

    /// <summary>Hands conversations to the loop of their address family.</summary>
    internal void Submit(IReadOnlyCollection<Conversation> conversations)
    {
        foreach (var family in conversations.GroupBy(c => c.Agent.EndPoint.AddressFamily))
        {
            if (family.Key == AddressFamily.InterNetworkV6 && !Socket.OSSupportsIPv6)
            {
                foreach (var conversation in family)
                    conversation.Fail(SnmpOutcome.Unreachable, DecodeError.None);
                continue;
            }
            Loop(family.Key).Submit(family);
        }
    }

    private Task<T> RunAsync<T>(AwaitedConversation<T> conversation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Submit([conversation]);
        return conversation.WaitAsync(cancellation);
    }

    private RequestLoop Loop(AddressFamily family)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return family == AddressFamily.InterNetwork
                ? v4 ??= new RequestLoop(family, Settings, clock)
                : v6 ??= new RequestLoop(family, Settings, clock);
        }
    }

    private static IReadOnlyList<ObjectId> Asked(IReadOnlyList<ObjectId> names) =>
        names.Count > 0 ? names : throw new ArgumentException("At least one name has to be asked for.", nameof(names));
}
