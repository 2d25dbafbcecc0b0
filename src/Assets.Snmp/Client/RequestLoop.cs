using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>
/// One thread that carries all conversations of one socket: starts them as room allows, hands answers to the one whose request id
/// and address match, sends again what is not answered. A thread of its own because with thousands of devices
/// a wake-up per datagram would cost more than the decoding.
/// </summary>
internal sealed class RequestLoop : IDisposable
{
    // Between looks at the socket only so many conversations are started, or their replies would arrive in one flood.
    private const int StartsPerTurn = 8;
    private const int LongestWaitMilliseconds = 1000;

    private readonly ClientSettings settings;
    private readonly TimeProvider clock;
    private readonly AgentSocket socket;
    private readonly ConcurrentQueue<Conversation> submitted = new();
    private readonly Queue<Conversation> ready = new();
    private readonly RequestTable table = new();
    private readonly DeviceLanes lanes;
    private readonly RequestDeadlines deadlines;
    private readonly MessageBuilder request = new();
    private readonly byte[] buffer = GC.AllocateUninitializedArray<byte>(MessageBuilder.MaxDatagram + 1);
    private readonly Thread thread;
    private readonly int window;
    private readonly Lock gate = new();
    private int active;
    private volatile bool sleeping;
    private volatile bool stopping;
    private Exception? fault;

    public RequestLoop(AddressFamily family, ClientSettings settings, TimeProvider clock)
    {
        this.settings = settings;
        this.clock = clock;
        socket = new AgentSocket(family, settings.ReceiveBufferOctets);
        window = Math.Min(settings.MaxInFlight, socket.RepliesHeld);
        lanes = new DeviceLanes(settings.MaxPerDevice);
        deadlines = new RequestDeadlines(settings, clock, table);
        thread = new Thread(Run) { IsBackground = true, Name = $"SNMP {family}" };
        thread.Start();
    }

    public Tally Tally { get; } = new();

    /// <summary>From any thread. The conversation is then the loop's until it ends.</summary>
    public void Submit(IEnumerable<Conversation> conversations)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            if (fault is not null)
                throw new InvalidOperationException("The SNMP loop has ended by a fault.", fault);
            foreach (var conversation in conversations)
                submitted.Enqueue(conversation);
        }
        Interlocked.MemoryBarrier();
        if (sleeping)
            socket.Wake();
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (stopping)
                return;
            stopping = true;
        }
        socket.Wake();
        if (Thread.CurrentThread != thread)
            thread.Join();
        socket.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!stopping)
                Turn();
            foreach (var conversation in Everything())
                conversation.Fail(SnmpOutcome.Cancelled, DecodeError.None);
        }
        catch (Exception e)
        {
            // Whoever waits is told; a thread that just died would leave them waiting.
            lock (gate)
                fault = e;
            foreach (var conversation in Everything())
                conversation.Abort(e);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn()
    {
        var now = clock.GetTimestamp();
        Expire(now);
        StartSome();
        var wait = 0;
        if (ready.Count == 0 || active >= window)
        {
            sleeping = true;
            Interlocked.MemoryBarrier();
            wait = submitted.IsEmpty || active >= window ? deadlines.MillisecondsLeft(now, LongestWaitMilliseconds) : 0;
        }
        var readable = socket.Wait(stopping ? 0 : wait);
        sleeping = false;
        if (readable)
            TakeDatagram();
    }

    private void StartSome()
    {
        for (var i = 0; i < StartsPerTurn && active < window && !table.IsFull; i++)
        {
            if (ready.TryDequeue(out var next))
                Begin(next);
            else if (!submitted.TryDequeue(out next))
                return;
            else if (lanes.TryEnter(next))
                Begin(next);
        }
    }

    private void Begin(Conversation conversation)
    {
        if (conversation.IsCancelled)
            End(conversation, SnmpOutcome.Cancelled);
        else
            Ask(conversation);
    }

    private void Ask(Conversation conversation)
    {
        conversation.Attempt = 0;
        conversation.Stalled = false;
        conversation.RequestId = table.Add(conversation);
        active++;
        if (!Transmit(conversation))
            GiveUp(conversation, SnmpOutcome.Unreachable);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Transmit(Conversation conversation)
    {
        var agent = conversation.Agent;
        request.Clear();
        var head = conversation.Write(request);
        request.ClosePdu(head.Type, conversation.RequestId, head.First, head.Second);
        request.WrapCommunity(agent.Version, agent.Community.Octets);
        conversation.SentAt = clock.GetTimestamp();
        Tally.Requests++;
        deadlines.Add(conversation.RequestId, conversation.SentAt, conversation.Stalled);
        if (socket.Send(request.Message, agent.SocketAddress))
            return true;
        Tally.SendFailures++;
        return false;
    }

    private void Expire(long now)
    {
        while (deadlines.TakeStalled(now) is { } stalled)
        {
            if (stalled.Stalled)
                continue;
            stalled.Stalled = true;
            active--;
        }
        while (deadlines.TakeTimedOut(now) is { } overdue)
            RetryOrGiveUp(overdue);
    }

    private void RetryOrGiveUp(Conversation conversation)
    {
        if (conversation.IsCancelled)
        {
            GiveUp(conversation, SnmpOutcome.Cancelled);
            return;
        }
        if (conversation.Attempt >= settings.Retries)
        {
            Tally.Timeouts++;
            GiveUp(conversation, SnmpOutcome.TimedOut);
            return;
        }
        conversation.Attempt++;
        Tally.Retransmissions++;
        if (!Transmit(conversation))
            GiveUp(conversation, SnmpOutcome.Unreachable);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeDatagram()
    {
        var octets = socket.Receive(buffer);
        if (octets == 0)
            return;
        if (!CommunityMessage.TryRead(buffer.AsSpan(0, octets), out var message, out _)
            || !PduView.TryRead(message.Pdu, out var pdu, out _) || pdu.Type != PduType.Response)
        {
            Tally.Malformed++;
            return;
        }
        var match = table.Find(pdu.RequestId, out var conversation);
        if (conversation is null)
            CountStray(match);
        else if (!conversation.Agent.IsSource(socket.Sender))
            Tally.WrongSource++;
        else if (message.Version != conversation.Agent.Version)
            Tally.Unmatched++;
        else
            Answer(conversation, pdu);
    }

    private void Answer(Conversation conversation, PduView pdu)
    {
        Tally.Replies++;
        Settle(conversation, answered: true);
        if (conversation.IsCancelled)
            End(conversation, SnmpOutcome.Cancelled);
        else if (conversation.Receive(pdu, clock.GetTimestamp() - conversation.SentAt))
            Ask(conversation);
        else
            Leave(conversation);
    }

    private void CountStray(Match match)
    {
        if (match == Match.AlreadyAnswered)
            Tally.Duplicates++;
        else if (match == Match.TooLate)
            Tally.Late++;
        else
            Tally.Unmatched++;
    }

    private void GiveUp(Conversation conversation, SnmpOutcome outcome)
    {
        Settle(conversation, answered: false);
        End(conversation, outcome);
    }

    private void Settle(Conversation conversation, bool answered)
    {
        table.Remove(conversation.RequestId, answered);
        if (!conversation.Stalled)
            active--;
    }

    private void End(Conversation conversation, SnmpOutcome outcome)
    {
        conversation.Fail(outcome, DecodeError.None);
        Leave(conversation);
    }

    private void Leave(Conversation conversation)
    {
        if (lanes.Leave(conversation) is { } next)
            ready.Enqueue(next);
    }

    private IEnumerable<Conversation> Everything() => [.. table.All(), .. ready, .. lanes.AllWaiting(), .. Submitted()];

    private IEnumerable<Conversation> Submitted()
    {
        while (submitted.TryDequeue(out var conversation))
            yield return conversation;
    }
}
