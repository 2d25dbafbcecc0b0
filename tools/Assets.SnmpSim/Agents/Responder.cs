using Assets.Snmp.Wire;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Agents;

/// <summary>
/// Answers requests about one device as an agent does (RFC 1157, RFC 3416): Get, GetNext and GetBulk in versions 1 and 2c.
/// Octets that are no SNMP and other communities go unanswered. Not safe to use from two threads at once.
/// </summary>
public sealed class Responder
{
    // A PDU's header and an envelope without the community are never longer.
    private const int HeaderOctets = 48;

    private readonly ObjectTable table;
    private readonly byte[] community;
    private readonly TimeProvider clock;
    private readonly MessageBuilder reply;

    /// <summary>maxMessageOctets: no reply is longer; 1 472 is what a datagram on Ethernet holds.</summary>
    public Responder(ObjectTable table, byte[] community, int maxMessageOctets, TimeProvider clock)
    {
        this.table = table;
        this.community = community;
        this.clock = clock;
        reply = new MessageBuilder(maxMessageOctets - HeaderOctets - community.Length);
    }

    /// <summary>The reply, valid until the next call; empty for none.</summary>
    public ReadOnlySpan<byte> Answer(ReadOnlySpan<byte> datagram)
    {
        if (!CommunityMessage.TryRead(datagram, out var message, out _) || !message.Community.SequenceEqual(community)
            || !PduView.TryRead(message.Pdu, out var pdu, out _) || pdu.Type == PduType.Response)
            return default;
        reply.Clear();
        var old = message.Version == SnmpVersion.V1;
        var (status, index) = pdu.Type switch
        {
            PduType.Get => Get(pdu, old),
            PduType.GetNext => GetNext(pdu, old),
            PduType.GetBulk when !old => GetBulk(pdu),
            PduType.Set => (old ? ErrorStatus.NoSuchName : ErrorStatus.NotWritable, 1),
            _ => (ErrorStatus.GenErr, 0),
        };
        if (status != ErrorStatus.NoError)
        {
            // An error repeats the request's bindings; tooBig of version 2c has none.
            reply.Clear();
            if (old || status != ErrorStatus.TooBig)
                reply.AppendEncoded(pdu.VarBindList);
        }
        reply.ClosePdu(PduType.Response, pdu.RequestId, (int)status, index);
        reply.WrapCommunity(message.Version, message.Community);
        return reply.Message;
    }

    private (ErrorStatus Status, int Index) Get(PduView pdu, bool old)
    {
        var now = clock.GetUtcNow();
        var reader = pdu.VarBinds;
        for (var index = 1; reader.TryRead(out var asked); index++)
        {
            var place = table.Find(asked.Name);
            if (place >= 0 && old && table[place].Type == SmiType.Counter64)
                place = -1;
            if (place < 0 && old)
                return (ErrorStatus.NoSuchName, index);
            var value = place >= 0 ? table[place].At(now) : Absent(asked.Name);
            if (!reply.Append(asked.Name, value))
                return (ErrorStatus.TooBig, 0);
        }
        return reader.Error == DecodeError.None ? default : (ErrorStatus.GenErr, 0);
    }

    private (ErrorStatus Status, int Index) GetNext(PduView pdu, bool old)
    {
        var now = clock.GetUtcNow();
        var reader = pdu.VarBinds;
        for (var index = 1; reader.TryRead(out var asked); index++)
        {
            var place = table.After(asked.Name);
            while (old && place < table.Count && table[place].Type == SmiType.Counter64)
                place++;
            if (place == table.Count && old)
                return (ErrorStatus.NoSuchName, index);
            if (!AppendAt(place, asked.Name, now))
                return (ErrorStatus.TooBig, 0);
        }
        return reader.Error == DecodeError.None ? default : (ErrorStatus.GenErr, 0);
    }

    // What does not fit is left out, without an error (RFC 3416 section 4.2.3).
    private (ErrorStatus Status, int Index) GetBulk(PduView pdu)
    {
        var now = clock.GetUtcNow();
        var reader = pdu.VarBinds;
        var repeated = new List<(int Place, byte[] Asked)>();
        for (var index = 0; reader.TryRead(out var asked); index++)
        {
            var place = table.After(asked.Name);
            if (index >= pdu.NonRepeaters)
                repeated.Add((place, asked.Name.ToArray()));
            else if (!AppendAt(place, asked.Name, now))
                return index == 0 ? (ErrorStatus.TooBig, 0) : default;
        }
        if (reader.Error != DecodeError.None)
            return (ErrorStatus.GenErr, 0);
        for (var row = 0; row < pdu.MaxRepetitions && repeated.Any(r => r.Place + row <= table.Count); row++)
        {
            foreach (var (place, asked) in repeated)
            {
                var at = Math.Min(place + row, table.Count);
                var last = place < table.Count ? table[table.Count - 1].Name.Encoded : asked;
                if (!AppendAt(at, last, now))
                    return reply.BindingOctets == 0 ? (ErrorStatus.TooBig, 0) : default;
            }
        }
        return default;
    }

    private bool AppendAt(int place, ReadOnlySpan<byte> asked, DateTimeOffset now) => place < table.Count
        ? reply.Append(table[place].Name.Encoded, table[place].At(now))
        : reply.Append(asked, SmiValue.EndOfMibView);

    // Without a MIB: the object is known if anything else lies below its parent.
    private SmiValue Absent(ReadOnlySpan<byte> name)
    {
        var parent = name[..^1];
        while (!parent.IsEmpty && parent[^1] >= 0x80)
            parent = parent[..^1];
        return table.HasBelow(parent) ? SmiValue.NoSuchInstance : SmiValue.NoSuchObject;
    }
}
