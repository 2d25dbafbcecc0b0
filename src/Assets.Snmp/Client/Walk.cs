using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>
/// Everything below a name: by GetBulk, in version 1 by GetNext. Ends where the device's view ends, where the subtree is left, or where a
/// name does not come after the one before it, since going on from there would never end.
/// </summary>
internal sealed class Walk(Agent agent, ObjectId start, int mostRepetitions, int most) : AwaitedConversation<WalkReply>(agent)
{
    private readonly List<VarBind> found = [];
    private readonly ObjectId root = start;
    private int repetitions = mostRepetitions;
    private ObjectId last = start;

    private bool IsBulk => Agent.Version != SnmpVersion.V1;

    public override RequestHead Write(MessageBuilder request)
    {
        request.AppendNull(last.Encoded);
        return IsBulk ? new RequestHead(PduType.GetBulk, 0, repetitions) : new RequestHead(PduType.GetNext, 0, 0);
    }

    public override bool Receive(PduView reply, long roundTripTicks)
    {
        if (reply.ErrorStatus == ErrorStatus.TooBig && repetitions > 1 && IsBulk)
        {
            repetitions /= 2;
            return true;
        }
        if (reply.ErrorStatus == ErrorStatus.NoSuchName)
            return Complete(SnmpOutcome.Answered, WalkEnd.EndOfMibView);
        if (reply.ErrorStatus != ErrorStatus.NoError)
            return Complete(Refusal(reply.ErrorStatus), WalkEnd.None, reply.ErrorStatus);
        var before = found.Count;
        var reader = reply.VarBinds;
        while (reader.TryRead(out var varBind))
        {
            var end = Take(varBind);
            if (end != WalkEnd.None)
                return Complete(SnmpOutcome.Answered, end);
        }
        if (reader.Error != DecodeError.None)
            return Complete(SnmpOutcome.Malformed, WalkEnd.None, decoding: reader.Error);
        return found.Count > before || Complete(SnmpOutcome.AgentError, WalkEnd.None);
    }

    public override void Fail(SnmpOutcome outcome, DecodeError decoding) => Complete(outcome, WalkEnd.None, decoding: decoding);

    private WalkEnd Take(VarBindView varBind)
    {
        if (varBind.Type == SmiType.EndOfMibView)
            return WalkEnd.EndOfMibView;
        if (EncodedName.Compare(varBind.Name, last.Encoded) <= 0)
            return WalkEnd.NotIncreasing;
        if (!varBind.Name.StartsWith(root.Encoded))
            return WalkEnd.LeftSubtree;
        var owned = varBind.ToVarBind();
        found.Add(owned);
        last = owned.Name;
        return found.Count >= most ? WalkEnd.Limit : WalkEnd.None;
    }

    private bool Complete(SnmpOutcome outcome, WalkEnd end, ErrorStatus status = ErrorStatus.NoError, DecodeError decoding = DecodeError.None)
    {
        Answer(new WalkReply(outcome, end, found, status, decoding));
        return false;
    }
}
