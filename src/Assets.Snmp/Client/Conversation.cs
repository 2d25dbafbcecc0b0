using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>What a request is besides its bindings: see <see cref="PduView"/> for the two numbers.</summary>
internal readonly record struct RequestHead(PduType Type, int First, int Second);

/// <summary>
/// A chain of requests to one agent, one at a time. It lives on the loop's thread, which asks it for each request and
/// hands it each answer, so that it needs no locks and a device costs no task. Requests are written anew for a
/// retransmission instead of being kept, which is what lets thousands wait in little memory.
/// </summary>
internal abstract class Conversation(Agent agent)
{
    private volatile bool cancelled;

    public Agent Agent { get; } = agent;

    public bool IsCancelled => cancelled;

    // The loop's own notes about the request on its way.
    internal int RequestId;
    internal int Attempt;
    internal long SentAt;
    internal bool Stalled;

    public void Cancel() => cancelled = true;

    /// <summary>
    /// Appends the bindings of the next request. Has to name the same objects until an answer comes, since that may be the answer to
    /// any transmission.
    /// </summary>
    public abstract RequestHead Write(MessageBuilder request);

    /// <summary>Takes an answer; true if there is more to ask. roundTripTicks: since the last transmission.</summary>
    public abstract bool Receive(PduView reply, long roundTripTicks);

    /// <summary>Ends without (further) answer.</summary>
    public abstract void Fail(SnmpOutcome outcome, DecodeError decoding);

    /// <summary>Ends because of a fault in this program.</summary>
    public abstract void Abort(Exception fault);
}
