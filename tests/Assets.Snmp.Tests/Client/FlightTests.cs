using Assets.Snmp.Client;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Client;

/// <summary>How many requests are on their way at once, and to whom.</summary>
public class FlightTests
{
    private static readonly ObjectId SysName = ObjectId.Parse("1.3.6.1.2.1.1.5.0");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task One_device_never_has_more_requests_waiting_than_set(int most)
    {
        var held = new List<Asked>();
        var crowd = 0;
        using var device = new ScriptedAgent((a, q) =>
        {
            // Answers come only when as many requests wait as may: more at once would show as a larger crowd.
            held.Add(q);
            crowd = Math.Max(crowd, held.Count);
            if (held.Count < most)
                return;
            foreach (var waiting in held)
                a.Reply(waiting, new VarBind(SysName, SmiValue.Integer(1)));
            held.Clear();
        });
        using var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromSeconds(20), MaxPerDevice = most });
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.GetAsync(device.As(), [SysName])));
        Assert.All(replies, r => Assert.Equal(SnmpOutcome.Answered, r.Outcome));
        Assert.Equal(most, crowd);
        Assert.Equal(12, device.Requests.Count);
    }

    [Fact]
    public async Task No_more_requests_are_on_their_way_than_set()
    {
        using var gate = new SemaphoreSlim(0);
        var waiting = 0;
        var crowd = 0;
        void Script(ScriptedAgent a, Asked q)
        {
            var now = Interlocked.Increment(ref waiting);
            InterlockedMax(ref crowd, now);
            if (now == 4)
                gate.Release(4);
            gate.Wait();
            Interlocked.Decrement(ref waiting);
            a.Reply(q, new VarBind(SysName, SmiValue.Integer(1)));
        }
        var devices = Enumerable.Range(0, 12).Select(_ => new ScriptedAgent(Script)).ToList();
        using (var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromSeconds(20), StallAfter = TimeSpan.FromSeconds(20), MaxInFlight = 4 }))
        {
            var replies = await Task.WhenAll(devices.Select(d => client.GetAsync(d.As(), [SysName])));
            Assert.All(replies, r => Assert.Equal(SnmpOutcome.Answered, r.Outcome));
        }
        devices.ForEach(d => d.Dispose());
        Assert.Equal(4, crowd);
    }

    [Fact]
    public async Task Thousands_of_questions_from_many_threads_all_get_their_own_answer()
    {
        using var device = new ScriptedAgent((a, q) => a.Reply(q, new VarBind(q.Names[0], SmiValue.Integer(EncodedName.ReadArc(q.Names[0].Encoded[1..], out _)))));
        using var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromSeconds(20), MaxPerDevice = 50 });
        await Parallel.ForAsync(0, 3_000, async (i, _) =>
        {
            var reply = await client.GetAsync(device.As(), [ObjectId.Parse("1.3").Append((uint)i)]);
            Assert.Equal([SmiValue.Integer(i)], reply.VarBinds.Select(v => v.Value));
        });
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
            seen = Interlocked.CompareExchange(ref target, value, seen);
    }
}
