using Assets.Snmp.Client;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Client;

public class WalkTests
{
    private static readonly ObjectId Column = ObjectId.Parse("1.3.6.1.2.1.2.2.1.2");
    private static readonly ObjectId NextColumn = ObjectId.Parse("1.3.6.1.2.1.2.2.1.3");
    private static readonly ClientSettings Patient = new() { Timeout = TimeSpan.FromSeconds(20), Retries = 0 };

    private static VarBind Row(uint i) => new(Column.Append(i), SmiValue.Integer(i));

    private static async Task<(WalkReply Reply, ScriptedAgent Device)> WalkAsync(
        Action<ScriptedAgent, Asked> script, SnmpVersion version = SnmpVersion.V2c, int most = 1000)
    {
        using var device = new ScriptedAgent(script);
        using var client = new SnmpClient(Patient);
        return (await client.WalkAsync(device.As(version), Column, most), device);
    }

    [Fact]
    public async Task A_walk_ends_where_the_subtree_is_left()
    {
        var (reply, device) = await WalkAsync((a, q) => a.Reply(q, Row(1), Row(2), new VarBind(NextColumn.Append(1), SmiValue.Integer(6))));
        Assert.Equal((SnmpOutcome.Answered, WalkEnd.LeftSubtree), (reply.Outcome, reply.End));
        Assert.Equal([Row(1), Row(2)], reply.VarBinds);
        Assert.Equal(PduType.GetBulk, device.Requests[0].Type);
    }

    [Fact]
    public async Task A_walk_ends_at_the_end_of_the_view()
    {
        var (reply, _) = await WalkAsync((a, q) => a.Reply(q, Row(1), new VarBind(Row(1).Name, SmiValue.EndOfMibView)));
        Assert.Equal(WalkEnd.EndOfMibView, reply.End);
        Assert.Equal([Row(1)], reply.VarBinds);
    }

    [Fact]
    public async Task A_walk_goes_on_from_the_last_name_until_all_is_read()
    {
        var (reply, device) = await WalkAsync((a, q) =>
        {
            var from = q.Names[0] == Column ? 0u : EncodedName.ReadArc(q.Names[0].Encoded[Column.Encoded.Length..], out _);
            if (from >= 300)
                a.Reply(q, new VarBind(NextColumn.Append(1), SmiValue.Integer(6)));
            else
                a.Reply(q, [.. Enumerable.Range(1, 50).Select(i => Row(from + (uint)i))]);
        });
        Assert.Equal(Enumerable.Range(1, 300).Select(i => Row((uint)i)), reply.VarBinds);
        Assert.Equal(7, device.Requests.Count);
    }

    [Theory]
    [InlineData(2u)] // the same again
    [InlineData(1u)] // back
    public async Task Names_that_do_not_increase_end_a_walk_instead_of_looping(uint next)
    {
        var (reply, device) = await WalkAsync((a, q) => a.Reply(q, a.Requests.Count == 1 ? [Row(1), Row(2)] : [Row(next)]));
        Assert.Equal((SnmpOutcome.Answered, WalkEnd.NotIncreasing), (reply.Outcome, reply.End));
        Assert.Equal([Row(1), Row(2)], reply.VarBinds);
        Assert.Equal(2, device.Requests.Count);
    }

    [Fact]
    public async Task An_endless_table_ends_at_the_limit()
    {
        var (reply, _) = await WalkAsync((a, q) =>
        {
            var from = q.Names[0] == Column ? 0u : EncodedName.ReadArc(q.Names[0].Encoded[Column.Encoded.Length..], out _);
            a.Reply(q, [.. Enumerable.Range(1, 50).Select(i => Row(from + (uint)i))]);
        }, most: 120);
        Assert.Equal((WalkEnd.Limit, 120), (reply.End, reply.VarBinds.Count));
    }

    [Fact]
    public async Task Version_1_walks_by_GetNext_and_takes_noSuchName_for_the_end()
    {
        var (reply, device) = await WalkAsync((a, q) =>
        {
            if (a.Requests.Count > 2)
                a.ReplyError(q, ErrorStatus.NoSuchName, 1);
            else
                a.Reply(q, Row((uint)a.Requests.Count));
        }, SnmpVersion.V1);
        Assert.Equal(WalkEnd.EndOfMibView, reply.End);
        Assert.Equal([Row(1), Row(2)], reply.VarBinds);
        Assert.All(device.Requests, r => Assert.Equal(PduType.GetNext, r.Type));
    }

    [Fact]
    public async Task Too_big_halves_the_repetitions()
    {
        var (reply, device) = await WalkAsync((a, q) =>
        {
            if (q.MaxRepetitions > 10)
                a.ReplyError(q, ErrorStatus.TooBig);
            else
                a.Reply(q, Row(1), new VarBind(NextColumn, SmiValue.Null));
        });
        Assert.Equal([Row(1)], reply.VarBinds);
        Assert.Equal([75, 37, 18, 9], device.Requests.Select(r => r.MaxRepetitions));
    }

    [Fact]
    public async Task An_empty_answer_is_an_error_and_not_an_endless_question()
    {
        var (reply, device) = await WalkAsync((a, q) => a.Reply(q));
        Assert.Equal(SnmpOutcome.AgentError, reply.Outcome);
        Assert.Single(device.Requests);
    }
}
