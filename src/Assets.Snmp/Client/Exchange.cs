using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>
/// One question that somebody awaits: Get and GetNext of any number of names, or one GetBulk. A reply that would be tooBig is
/// asked for again by halves: fewer names at a time, or fewer repetitions.
/// </summary>
internal sealed class Exchange : AwaitedConversation<SnmpReply>
{
    // Of the longest names, so many always fit a datagram.
    private const int MostBulkNames = 96;

    private readonly PduType type;
    private readonly IReadOnlyList<ObjectId> names;
    private readonly int nonRepeaters;
    private readonly List<VarBind> answers = [];
    private int asked;
    private int repetitions;
    private int atOnce;

    public Exchange(Agent agent, PduType type, IReadOnlyList<ObjectId> names, int most) : base(agent)
    {
        this.type = type;
        this.names = names;
        atOnce = Math.Min(most, names.Count);
    }

    public Exchange(Agent agent, IReadOnlyList<ObjectId> names, int nonRepeaters, int repetitions) : base(agent)
    {
        if (names.Count > MostBulkNames)
            throw new ArgumentException($"One GetBulk asks for at most {MostBulkNames} names.", nameof(names));
        type = PduType.GetBulk;
        this.names = names;
        this.nonRepeaters = nonRepeaters;
        this.repetitions = repetitions;
        atOnce = names.Count;
    }

    public override RequestHead Write(MessageBuilder request)
    {
        var end = Math.Min(names.Count, asked + atOnce);
        // Names that do not fit are asked for when these are answered.
        for (var i = asked; i < end && request.AppendNull(names[i].Encoded); i++)
        {
        }
        return type == PduType.GetBulk ? new RequestHead(type, nonRepeaters, repetitions) : new RequestHead(type, 0, 0);
    }

    public override bool Receive(PduView reply, long roundTripTicks)
    {
        if (reply.ErrorStatus == ErrorStatus.TooBig && TryHalve())
            return true;
        if (reply.ErrorStatus != ErrorStatus.NoError)
        {
            Complete(Refusal(reply.ErrorStatus), reply.ErrorStatus, DecodeError.None);
            return false;
        }
        var before = answers.Count;
        var reader = reply.VarBinds;
        while (reader.TryRead(out var varBind))
            answers.Add(varBind.ToVarBind());
        if (reader.Error != DecodeError.None)
        {
            Complete(SnmpOutcome.Malformed, ErrorStatus.NoError, reader.Error);
            return false;
        }
        if (type == PduType.GetBulk)
            asked = names.Count;
        else
            asked += Math.Min(answers.Count - before, names.Count - asked);
        if (asked < names.Count && answers.Count > before)
            return true;
        Complete(asked < names.Count ? SnmpOutcome.AgentError : SnmpOutcome.Answered, ErrorStatus.NoError, DecodeError.None);
        return false;
    }

    public override void Fail(SnmpOutcome outcome, DecodeError decoding) => Complete(outcome, ErrorStatus.NoError, decoding);

    private bool TryHalve()
    {
        if (type == PduType.GetBulk)
        {
            if (repetitions <= 1)
                return false;
            repetitions /= 2;
            return true;
        }
        if (atOnce <= 1)
            return false;
        atOnce /= 2;
        return true;
    }

    private void Complete(SnmpOutcome outcome, ErrorStatus status, DecodeError decoding) =>
        Answer(new SnmpReply(outcome, outcome == SnmpOutcome.Answered ? answers : [], status, decoding));
}
