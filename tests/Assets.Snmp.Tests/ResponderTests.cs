using Assets.Snmp.Tests.Wire;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Agents;
using Assets.SnmpSim.Mib;

namespace Assets.Snmp.Tests;

/// <summary>The simulated agent against RFC 1157 and RFC 3416.</summary>
public class ResponderTests
{
    private static readonly ObjectTable Table = new(
    [
        new SimulatedObject(ObjectId.Parse("1.3.1.0"), SmiValue.Integer(1), null),
        new SimulatedObject(ObjectId.Parse("1.3.2.1"), SmiValue.Counter64(2), null),
        new SimulatedObject(ObjectId.Parse("1.3.3.1"), SmiValue.OctetString("three"), null),
    ]);

    private static (ErrorStatus Status, int Index, string Bindings) Ask(
        PduType type, SnmpVersion version, string names, int first = 0, int second = 0, int size = 1472)
    {
        var request = new MessageBuilder();
        foreach (var name in names.Split(' '))
            request.AppendNull(ObjectId.Parse(name).Encoded);
        request.ClosePdu(type, 77, first, second);
        request.WrapCommunity(version, "c"u8);
        var reply = new Responder(Table, [(byte)'c'], size, TimeProvider.System).Answer(request.Message);
        Assert.True(CommunityMessage.TryRead(reply, out var message, out _));
        Assert.True(PduView.TryRead(message.Pdu, out var pdu, out _));
        Assert.Equal((PduType.Response, 77, version), (pdu.Type, pdu.RequestId, message.Version));
        Assert.True(reply.Length <= size);
        return (pdu.ErrorStatus, pdu.ErrorIndex, string.Join(' ', MessageTests.All(pdu).Select(v => $"{v.Name}={v.Value}")));
    }

    [Theory]
    [InlineData(PduType.Get, SnmpVersion.V2c, "1.3.1.0", ErrorStatus.NoError, 0, "1.3.1.0=1")]
    [InlineData(PduType.Get, SnmpVersion.V2c, "1.3.1.1 1.3.9.0", ErrorStatus.NoError, 0, "1.3.1.1=NoSuchInstance 1.3.9.0=NoSuchObject")]
    [InlineData(PduType.Get, SnmpVersion.V1, "1.3.1.0 1.3.2.1", ErrorStatus.NoSuchName, 2, "1.3.1.0= 1.3.2.1=")]
    [InlineData(PduType.GetNext, SnmpVersion.V2c, "1.3.1.0 1.3.3.1", ErrorStatus.NoError, 0, "1.3.2.1=2 1.3.3.1=EndOfMibView")]
    [InlineData(PduType.GetNext, SnmpVersion.V1, "1.3.1.0", ErrorStatus.NoError, 0, "1.3.3.1=three")]
    [InlineData(PduType.GetNext, SnmpVersion.V1, "1.3 1.3.3.1", ErrorStatus.NoSuchName, 2, "1.3= 1.3.3.1=")]
    [InlineData(PduType.Set, SnmpVersion.V2c, "1.3.1.0", ErrorStatus.NotWritable, 1, "1.3.1.0=")]
    [InlineData(PduType.Set, SnmpVersion.V1, "1.3.1.0", ErrorStatus.NoSuchName, 1, "1.3.1.0=")]
    public void Requests_are_answered_as_the_standards_say(
        PduType type, SnmpVersion version, string names, ErrorStatus status, int index, string bindings) =>
        Assert.Equal((status, index, bindings), Ask(type, version, names));

    [Theory]
    [InlineData("1.3 1.3.1 1.3.2", 1, 2, "1.3.1.0=1 1.3.1.0=1 1.3.2.1=2 1.3.2.1=2 1.3.3.1=three")]
    [InlineData("1.3", 0, 9, "1.3.1.0=1 1.3.2.1=2 1.3.3.1=three 1.3.3.1=EndOfMibView")]
    [InlineData("1.3.3.1", 0, 9, "1.3.3.1=EndOfMibView")]
    [InlineData("1.3 1.3", 2, 0, "1.3.1.0=1 1.3.1.0=1")]
    [InlineData("1.3", 0, 0, "")]
    [InlineData("1.3", -1, -1, "")]
    public void GetBulk_gives_rows_in_turn_and_ends_with_the_view(string names, int nonRepeaters, int repetitions, string bindings) =>
        Assert.Equal((ErrorStatus.NoError, 0, bindings), Ask(PduType.GetBulk, SnmpVersion.V2c, names, nonRepeaters, repetitions));

    [Fact]
    public void GetBulk_leaves_out_what_does_not_fit_and_the_others_are_too_big()
    {
        Assert.Equal((ErrorStatus.NoError, 0, "1.3.1.0=1 1.3.2.1=2"), Ask(PduType.GetBulk, SnmpVersion.V2c, "1.3", 0, 9, size: 71));
        Assert.Equal((ErrorStatus.TooBig, 0, ""), Ask(PduType.Get, SnmpVersion.V2c, "1.3.1.0 1.3.2.1 1.3.3.1", size: 71));
    }

    [Fact]
    public void Another_community_and_octets_that_are_no_request_go_unanswered()
    {
        var responder = new Responder(Table, [(byte)'x'], 1472, TimeProvider.System);
        var request = new MessageBuilder();
        request.AppendNull(ObjectId.Parse("1.3").Encoded);
        request.ClosePdu(PduType.Get, 1, 0, 0);
        request.WrapCommunity(SnmpVersion.V2c, "c"u8);
        Assert.True(responder.Answer(request.Message).IsEmpty);
        Assert.True(responder.Answer([1, 2, 3]).IsEmpty);
    }
}
