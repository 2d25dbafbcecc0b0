namespace Assets.Snmp.Client;

/// <summary>How patiently and how widely devices are asked. All of a client's requests share these.</summary>
public sealed record ClientSettings
{
    /// <summary>How long one request is waited for before it is sent again or given up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often an unanswered request is sent again: 2 s and 1 retry give a dead device up after 4 s.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>
    /// Most requests on their way at once. Those unanswered for longer than <see cref="StallAfter"/> do not count, so that
    /// dead devices take nobody's place. Lowered by itself where the socket's receive buffer could not hold the replies.
    /// </summary>
    public int MaxInFlight { get; init; } = 500;

    /// <summary>Most conversations with one address and port at once; each has a single request on its way.</summary>
    public int MaxPerDevice { get; init; } = 1;

    /// <summary>After this long without an answer a request no longer counts as being on its way.</summary>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Most bindings asked for in one request, repetitions counted. 75 counters of an interface table are about 1 450 octets,
    /// which is what a datagram on Ethernet holds; a device that says tooBig is asked for half, and so on.
    /// </summary>
    public int MaxVarBinds { get; init; } = 75;

    /// <summary>Octets of receive buffer asked of the system. Linux grants at most net.core.rmem_max without privilege.</summary>
    public int ReceiveBufferOctets { get; init; } = 8 << 20;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StallAfter, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Retries);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInFlight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPerDevice, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxVarBinds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReceiveBufferOctets, 1);
    }
}
