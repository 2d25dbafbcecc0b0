using System.Net;

namespace Assets.Snmp.Client;

/// <summary>
/// Holds back conversations with a device that already has as many as it may. Devices without any are forgotten, so that
/// a sweep over a large range leaves nothing behind.
/// </summary>
internal sealed class DeviceLanes(int mostPerDevice)
{
    private readonly Dictionary<IPEndPoint, Lane> lanes = [];
    private readonly Stack<Lane> spare = new();

    /// <summary>True if the conversation may begin; else it waits for <see cref="Leave"/> to hand it out.</summary>
    public bool TryEnter(Conversation conversation)
    {
        var key = conversation.Agent.EndPoint;
        if (!lanes.TryGetValue(key, out var lane))
            lanes[key] = lane = spare.TryPop(out var used) ? used : new Lane();
        if (lane.Active < mostPerDevice)
        {
            lane.Active++;
            return true;
        }
        lane.Waiting.Enqueue(conversation);
        return false;
    }

    /// <summary>A conversation ended; the one that takes its place, already entered, or null.</summary>
    public Conversation? Leave(Conversation conversation)
    {
        var key = conversation.Agent.EndPoint;
        var lane = lanes[key];
        if (lane.Waiting.TryDequeue(out var next))
            return next;
        if (--lane.Active == 0)
        {
            lanes.Remove(key);
            spare.Push(lane);
        }
        return null;
    }

    public IEnumerable<Conversation> AllWaiting() => lanes.Values.SelectMany(l => l.Waiting);

    private sealed class Lane
    {
        public int Active;
        public readonly Queue<Conversation> Waiting = new();
    }
}
