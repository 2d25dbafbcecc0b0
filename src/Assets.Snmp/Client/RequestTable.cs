namespace Assets.Snmp.Client;

/// <summary>What an incoming request id means.</summary>
internal enum Match
{
    Waiting,
    AlreadyAnswered,
    TooLate,
    Unknown,
}

/// <summary>
/// Requests on their way by request id. An id is a place in the table (15 bits) under 16 random bits, so that finding one
/// is an array access and guessing one is not. Places are used again in turn: the longer an id stays behind, the
/// longer a late or doubled reply is recognised as such.
/// </summary>
internal sealed class RequestTable
{
    private const int PlaceBits = 15;
    public const int Capacity = 1 << PlaceBits;
    private const int FirstPlaces = 1024;

    private readonly Queue<int> free = new();
    private Place[] places = [];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    /// <summary>Gives the conversation a place and returns the id, which is never negative or zero.</summary>
    public int Add(Conversation conversation)
    {
        if (free.Count == 0)
            Grow();
        var at = free.Dequeue();
        var id = (Random.Shared.Next(1, 1 << 16) << PlaceBits) | at;
        places[at] = new Place(id, conversation, false);
        Count++;
        return id;
    }

    public Match Find(int id, out Conversation? conversation)
    {
        var at = id & (Capacity - 1);
        conversation = null;
        if (at >= places.Length || places[at].Id != id)
            return Match.Unknown;
        conversation = places[at].Conversation;
        if (conversation is not null)
            return Match.Waiting;
        return places[at].Answered ? Match.AlreadyAnswered : Match.TooLate;
    }

    public void Remove(int id, bool answered)
    {
        var at = id & (Capacity - 1);
        places[at] = new Place(id, null, answered);
        free.Enqueue(at);
        Count--;
    }

    public IEnumerable<Conversation> All() => places.Select(p => p.Conversation).OfType<Conversation>();

    private void Grow()
    {
        var before = places.Length;
        Array.Resize(ref places, Math.Max(FirstPlaces, before * 2));
        for (var at = before; at < places.Length; at++)
            free.Enqueue(at);
    }

    private readonly record struct Place(int Id, Conversation? Conversation, bool Answered);
}
