using System.Net;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Wire;

public class MessageTests
{
    // GetRequest of version 1, community "public", request 1, sysDescr.0: written out from RFC 1157 section 4.
    private const string GetSysDescr =
        "3026" + "020100" + "04067075626C6963" + "A019" + "020101" + "020100" + "020100" + "300E300C" + "06082B06010201010100" + "0500";

    [Fact]
    public void A_request_is_written_octet_for_octet_as_the_standard_says()
    {
        var builder = new MessageBuilder();
        builder.AppendNull(ObjectId.Parse("1.3.6.1.2.1.1.1.0").Encoded);
        builder.ClosePdu(PduType.Get, 1, 0, 0);
        builder.WrapCommunity(SnmpVersion.V1, "public"u8);
        Assert.Equal(GetSysDescr, Convert.ToHexString(builder.Message));
    }

    [Fact]
    public void A_request_written_by_hand_is_read_back()
    {
        Assert.True(CommunityMessage.TryRead(Convert.FromHexString(GetSysDescr), out var message, out _));
        Assert.Equal(SnmpVersion.V1, message.Version);
        Assert.True(message.Community.SequenceEqual("public"u8));
        Assert.True(PduView.TryRead(message.Pdu, out var pdu, out _));
        Assert.Equal((PduType.Get, 1), (pdu.Type, pdu.RequestId));
        var reader = pdu.VarBinds;
        Assert.True(reader.TryRead(out var varBind));
        Assert.Equal("1.3.6.1.2.1.1.1.0", varBind.ToVarBind().Name.ToString());
        Assert.Equal(SmiType.Null, varBind.Type);
        Assert.False(reader.TryRead(out _));
        Assert.Equal(DecodeError.None, reader.Error);
    }

    [Theory]
    [InlineData("0201FB", "-5", SmiType.Integer)]
    [InlineData("0205 00FFFFFFFF", "4294967295", SmiType.Integer)] // ifSpeed of agents that know no Gauge32
    [InlineData("0403 616263", "abc", SmiType.OctetString)]
    [InlineData("0500", "", SmiType.Null)]
    [InlineData("0603 2B0601", "1.3.6.1", SmiType.ObjectIdentifier)]
    [InlineData("0600", "0.0", SmiType.ObjectIdentifier)]
    [InlineData("4004 0A000001", "10.0.0.1", SmiType.IpAddress)]
    [InlineData("4105 00FFFFFFFF", "4294967295", SmiType.Counter32)]
    [InlineData("4201 07", "7", SmiType.Gauge32)]
    [InlineData("4302 0400", "1024", SmiType.TimeTicks)]
    [InlineData("4401 61", "a", SmiType.Opaque)]
    [InlineData("4609 00FFFFFFFFFFFFFFFF", "18446744073709551615", SmiType.Counter64)]
    [InlineData("4701 07", "7", SmiType.UInteger32)]
    [InlineData("8000", "NoSuchObject", SmiType.NoSuchObject)]
    [InlineData("8100", "NoSuchInstance", SmiType.NoSuchInstance)]
    [InlineData("8200", "EndOfMibView", SmiType.EndOfMibView)]
    public void Every_type_is_read(string hex, string expected, SmiType type)
    {
        var reader = new VarBindReader(OneBinding(hex));
        Assert.True(reader.TryRead(out var varBind));
        Assert.Equal((type, expected), (varBind.Type, varBind.ToValue().ToString()));
    }

    [Theory]
    [InlineData("0101FF", DecodeError.UnsupportedType)] // BOOLEAN
    [InlineData("4003 0A0000", DecodeError.BadValueLength)]
    [InlineData("0501 00", DecodeError.BadValueLength)]
    [InlineData("8001 00", DecodeError.BadValueLength)]
    [InlineData("0602 2B86", DecodeError.BadObjectIdentifier)]
    [InlineData("4100", DecodeError.EmptyNumber)]
    [InlineData("460A 00000000000000000001", DecodeError.NumberOutOfRange)]
    [InlineData("0201 05 0500", DecodeError.TrailingOctets)]
    [InlineData("02", DecodeError.Truncated)]
    public void A_bad_value_gives_its_kind_of_fault(string hex, DecodeError expected)
    {
        var reader = new VarBindReader(OneBinding(hex));
        Assert.False(reader.TryRead(out _));
        Assert.Equal(expected, reader.Error);
    }

    [Theory]
    [InlineData("3003020103", DecodeError.UnsupportedVersion)] // version 3 has another envelope
    [InlineData("3006020101020105", DecodeError.UnexpectedTag)] // the community is no OCTET STRING
    [InlineData("3000", DecodeError.Truncated)]
    [InlineData("0201", DecodeError.Truncated)]
    [InlineData("310302010030", DecodeError.UnexpectedTag)]
    public void A_bad_envelope_gives_its_kind_of_fault(string hex, DecodeError expected)
    {
        Assert.False(CommunityMessage.TryRead(Convert.FromHexString(hex), out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("A000", DecodeError.Truncated)]
    [InlineData("A400", DecodeError.UnsupportedType)] // Trap of version 1 has another layout
    [InlineData("A20B0201010201000201003000FF", DecodeError.TrailingOctets)]
    [InlineData("A20D0201010201000201003000FF", DecodeError.Truncated)]
    [InlineData("A20E0201010201000201003000020100FF", DecodeError.TrailingOctets)]
    public void A_bad_pdu_gives_its_kind_of_fault(string hex, DecodeError expected)
    {
        Assert.False(PduView.TryRead(Convert.FromHexString(hex), out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Padding_after_the_message_is_ignored() =>
        Assert.True(CommunityMessage.TryRead(Convert.FromHexString(GetSysDescr + "0000"), out _, out _));

    [Fact]
    public void Whatever_is_written_is_read_back_the_same()
    {
        var random = new Random(3416);
        var builder = new MessageBuilder();
        for (var i = 0; i < 3_000; i++)
        {
            var sent = Enumerable.Range(0, random.Next(0, 40)).Select(_ => new VarBind(AnyName(random), AnyValue(random))).ToList();
            int id = random.Next(), status = random.Next(19), index = random.Next(-1, 300);
            builder.Clear();
            foreach (var varBind in sent)
                Assert.True(builder.Append(varBind.Name.Encoded, varBind.Value));
            builder.ClosePdu(PduType.Response, id, status, index);
            builder.WrapCommunity(SnmpVersion.V2c, "secret"u8);
            Assert.True(CommunityMessage.TryRead(builder.Message, out var message, out _));
            Assert.True(PduView.TryRead(message.Pdu, out var pdu, out _));
            Assert.Equal((id, (ErrorStatus)status, index), (pdu.RequestId, pdu.ErrorStatus, pdu.ErrorIndex));
            Assert.Equal(sent, All(pdu));
        }
    }

    [Fact]
    public void A_binding_that_does_not_fit_is_refused_and_leaves_the_message_whole()
    {
        var builder = new MessageBuilder(40);
        var name = ObjectId.Parse("1.3.6.1.2.1.1.5.0");
        Assert.True(builder.Append(name.Encoded, SmiValue.OctetString("first")));
        Assert.False(builder.Append(name.Encoded, SmiValue.OctetString("too long to fit")));
        builder.ClosePdu(PduType.Response, 1, 0, 0);
        builder.WrapCommunity(SnmpVersion.V2c, "public"u8);
        Assert.True(CommunityMessage.TryRead(builder.Message, out var message, out _));
        Assert.True(PduView.TryRead(message.Pdu, out var pdu, out _));
        Assert.Equal([new VarBind(name, SmiValue.OctetString("first"))], All(pdu));
    }

    internal static List<VarBind> All(PduView pdu)
    {
        var all = new List<VarBind>();
        var reader = pdu.VarBinds;
        while (reader.TryRead(out var varBind))
            all.Add(varBind.ToVarBind());
        Assert.Equal(DecodeError.None, reader.Error);
        return all;
    }

    internal static ObjectId AnyName(Random random)
    {
        uint[] arcs = [0, 1, 127, 128, 16384, uint.MaxValue];
        return ObjectId.Parse("1.3").Append([.. random.GetItems(arcs, random.Next(0, 12))]);
    }

    internal static SmiValue AnyValue(Random random)
    {
        var octets = new byte[random.Next(0, random.Next(4) == 0 ? 300 : 20)];
        random.NextBytes(octets);
        var bits = unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)) >> random.Next(64);
        return random.Next(12) switch
        {
            0 => SmiValue.Integer((int)(bits & int.MaxValue)),
            1 => SmiValue.Integer(-(int)(bits & int.MaxValue)),
            2 => SmiValue.OctetString(octets),
            3 => SmiValue.Name(AnyName(random)),
            4 => SmiValue.IpAddress(new IPAddress(random.Next())),
            5 => SmiValue.Counter32((uint)(bits & uint.MaxValue)),
            6 => SmiValue.Gauge32((uint)(bits & uint.MaxValue)),
            7 => SmiValue.TimeTicks((uint)(bits & uint.MaxValue)),
            8 => SmiValue.Opaque(octets),
            9 => SmiValue.NoSuchInstance,
            10 => SmiValue.Null,
            _ => SmiValue.Counter64(bits),
        };
    }

    private static byte[] OneBinding(string valueHex)
    {
        var value = Convert.FromHexString(valueHex.Replace(" ", "", StringComparison.Ordinal));
        byte[] inside = [0x06, 0x03, 0x2B, 0x06, 0x01, .. value];
        return [0x30, (byte)inside.Length, .. inside];
    }
}
