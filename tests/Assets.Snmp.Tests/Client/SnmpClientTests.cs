using Assets.Snmp.Client;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Client;

public class SnmpClientTests
{
    private static readonly ObjectId SysName = ObjectId.Parse("1.3.6.1.2.1.1.5.0");
    private static readonly ClientSettings Patient = new() { Timeout = TimeSpan.FromSeconds(20), Retries = 0 };
    private static readonly ClientSettings Hasty = new() { Timeout = TimeSpan.FromMilliseconds(250), Retries = 2 };

    private static VarBind Name(string text) => new(SysName, SmiValue.OctetString(text));

    [Fact]
    public async Task An_answer_comes_back_with_its_values()
    {
        using var device = new ScriptedAgent((a, q) => a.Reply(q, Name("core-1")));
        using var client = new SnmpClient(Patient);
        var reply = await client.GetAsync(device.As(), [SysName]);
        Assert.Equal(SnmpOutcome.Answered, reply.Outcome);
        Assert.Equal([Name("core-1")], reply.VarBinds);
        Assert.Equal((PduType.Get, "public"), (device.Requests[0].Type, device.Requests[0].Community));
    }

    [Fact]
    public async Task A_silent_device_is_asked_again_as_often_as_set_and_then_given_up()
    {
        using var device = new ScriptedAgent((_, _) => { });
        using var client = new SnmpClient(Hasty);
        var reply = await client.GetAsync(device.As(), [SysName]);
        Assert.Equal(SnmpOutcome.TimedOut, reply.Outcome);
        Assert.Equal(3, device.Requests.Count);
        Assert.Single(device.Requests.Select(r => r.RequestId).Distinct());
        Assert.Equal((3L, 2L, 1L), (client.Counters.Requests, client.Counters.Retransmissions, client.Counters.Timeouts));
    }

    [Fact]
    public async Task A_closed_port_is_a_timeout_and_not_an_exception()
    {
        Agent gone;
        using (var device = new ScriptedAgent((_, _) => { }))
            gone = device.As();
        using var client = new SnmpClient(Hasty);
        Assert.Equal(SnmpOutcome.TimedOut, (await client.GetAsync(gone, [SysName])).Outcome);
    }

    [Fact]
    public async Task A_lost_request_is_made_good_by_the_retry()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            if (a.Requests.Count > 1)
                a.Reply(q, Name("second time"));
        });
        using var client = new SnmpClient(Hasty with { Retries = 50 });
        Assert.Equal([Name("second time")], (await client.GetAsync(device.As(), [SysName])).VarBinds);
    }

    [Fact]
    public async Task A_reply_from_another_port_is_ignored_and_counted()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            a.SendFromElsewhere(ScriptedAgent.Response(q, ErrorStatus.NoError, 0, Name("forged")));
            a.Reply(q, Name("real"));
        });
        using var client = new SnmpClient(Patient);
        Assert.Equal([Name("real")], (await client.GetAsync(device.As(), [SysName])).VarBinds);
        Assert.Equal(1, client.Counters.WrongSource);
    }

    [Fact]
    public async Task Doubled_forged_and_broken_datagrams_are_counted_each_as_what_they_are()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            if (a.Requests.Count == 1)
            {
                a.Reply(q with { RequestId = q.RequestId ^ (1 << 20) }, Name("another id"));
                a.Send([0x30, 0x82, 0x01]);
                a.Reply(q, Name("first"));
                a.Reply(q, Name("first again"));
                return;
            }
            a.Reply(q, Name("next"));
        });
        using var client = new SnmpClient(Patient);
        Assert.Equal([Name("first")], (await client.GetAsync(device.As(), [SysName])).VarBinds);
        Assert.Equal([Name("next")], (await client.GetAsync(device.As(), [SysName])).VarBinds);
        var counters = client.Counters;
        Assert.Equal((1L, 1L, 1L, 2L), (counters.Unmatched, counters.Malformed, counters.Duplicates, counters.Replies));
    }

    [Fact]
    public async Task A_reply_after_the_end_of_patience_is_counted_as_late()
    {
        Asked? missed = null;
        using var device = new ScriptedAgent((a, q) =>
        {
            if (missed is null)
            {
                missed = q;
                return;
            }
            a.Reply(missed, Name("too late"));
            a.Reply(q, Name("in time"));
        });
        using var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromMilliseconds(1000), Retries = 0 });
        Assert.Equal(SnmpOutcome.TimedOut, (await client.GetAsync(device.As(), [SysName])).Outcome);
        Assert.Equal([Name("in time")], (await client.GetAsync(device.As(), [SysName])).VarBinds);
        Assert.Equal(1, client.Counters.Late);
    }

    [Fact]
    public async Task Too_big_is_answered_by_asking_for_half()
    {
        ObjectId[] names = [.. Enumerable.Range(1, 10).Select(i => ObjectId.Parse("1.3.6.1.2.1.2.2.1.2").Append((uint)i))];
        using var device = new ScriptedAgent((a, q) =>
        {
            if (q.Names.Count > 3)
                a.ReplyError(q, ErrorStatus.TooBig);
            else
                a.Reply(q, [.. q.Names.Select(n => new VarBind(n, SmiValue.Integer(n.Encoded[^1])))]);
        });
        using var client = new SnmpClient(Patient);
        var reply = await client.GetAsync(device.As(), names);
        Assert.Equal(names, reply.VarBinds.Select(v => v.Name));
        Assert.Equal([10, 5, 2, 2, 2, 2, 2], device.Requests.Select(r => r.Names.Count));
    }

    [Fact]
    public async Task A_device_to_which_one_object_is_too_big_ends_as_an_error()
    {
        using var device = new ScriptedAgent((a, q) => a.ReplyError(q, ErrorStatus.TooBig));
        using var client = new SnmpClient(Patient);
        var reply = await client.GetAsync(device.As(), [SysName]);
        Assert.Equal((SnmpOutcome.AgentError, ErrorStatus.TooBig), (reply.Outcome, reply.Status));
    }

    [Theory]
    [InlineData(ErrorStatus.AuthorizationError, SnmpOutcome.Refused)]
    [InlineData(ErrorStatus.NoAccess, SnmpOutcome.Refused)]
    [InlineData(ErrorStatus.GenErr, SnmpOutcome.AgentError)]
    public async Task An_error_status_is_an_outcome(ErrorStatus status, SnmpOutcome outcome)
    {
        using var device = new ScriptedAgent((a, q) => a.ReplyError(q, status, 1));
        using var client = new SnmpClient(Patient);
        var reply = await client.GetAsync(device.As(), [SysName]);
        Assert.Equal((outcome, status), (reply.Outcome, reply.Status));
    }

    [Fact]
    public async Task A_reply_whose_values_cannot_be_read_is_malformed_with_a_reason()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            var datagram = ScriptedAgent.Response(q, ErrorStatus.NoError, 0, Name("x"));
            datagram[^3] = 0x01; // OCTET STRING becomes BOOLEAN
            a.Send(datagram);
        });
        using var client = new SnmpClient(Patient);
        var reply = await client.GetAsync(device.As(), [SysName]);
        Assert.Equal((SnmpOutcome.Malformed, DecodeError.UnsupportedType), (reply.Outcome, reply.Decoding));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_leaves_the_client_usable()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            if (a.Requests.Count > 1)
                a.Reply(q, Name("here"));
        });
        using var client = new SnmpClient(Patient with { MaxPerDevice = 2 });
        using var cancel = new CancellationTokenSource();
        var waiting = client.GetAsync(device.As(), [SysName], cancel.Token);
        while (device.Requests.Count == 0) await Task.Delay(5); // cancelled while it waits, not before it was sent
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(SnmpOutcome.Answered, (await client.GetAsync(device.As(), [SysName])).Outcome);
    }

    [Fact]
    public async Task Closing_the_client_ends_every_wait()
    {
        using var device = new ScriptedAgent((_, _) => { });
        var client = new SnmpClient(Patient);
        var waiting = Enumerable.Range(0, 5).Select(_ => client.GetAsync(device.As(), [SysName])).ToList();
        client.Dispose();
        var replies = await Task.WhenAll(waiting);
        Assert.All(replies, r => Assert.Equal(SnmpOutcome.Cancelled, r.Outcome));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(device.As(), [SysName]));
    }

    [Fact]
    public void A_community_is_never_written_out()
    {
        var agent = new Agent(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 161), SnmpVersion.V2c, new Community("hush-hush"));
        Assert.DoesNotContain("hush", $"{agent}{agent.Community}", StringComparison.Ordinal);
        var refused = Assert.Throws<ArgumentException>(() => new Community(new string('h', 256)));
        Assert.DoesNotContain("hhh", refused.ToString(), StringComparison.Ordinal);
    }
}
