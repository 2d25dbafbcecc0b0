using Assets.Snmp.Wire;

namespace Assets.SnmpSim.Mib;

/// <summary>One object of a made-up or recorded device: a fixed value, or one that depends on the time.</summary>
public readonly record struct SimulatedObject(ObjectId Name, SmiValue Fixed, Growth? Growth)
{
    public SmiType Type => Growth?.Type ?? Fixed.Type;

    public SmiValue At(DateTimeOffset time) => Growth?.At(time) ?? Fixed;
}

/// <summary>All objects of a device in the order of a walk. Of several with one name the first counts.</summary>
public sealed class ObjectTable
{
    private readonly SimulatedObject[] objects;

    public ObjectTable(IEnumerable<SimulatedObject> unordered) =>
        objects = [.. unordered.DistinctBy(o => o.Name).OrderBy(o => o.Name)];

    public int Count => objects.Length;

    public SimulatedObject this[int place] => objects[place];

    /// <summary>The place of this very object, or −1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var place = FirstFrom(name);
        return place < objects.Length && objects[place].Name.Encoded.SequenceEqual(name) ? place : -1;
    }

    /// <summary>The place of the first object after the name; <see cref="Count"/> if there is none.</summary>
    public int After(ReadOnlySpan<byte> name)
    {
        var place = FirstFrom(name);
        return place < objects.Length && objects[place].Name.Encoded.SequenceEqual(name) ? place + 1 : place;
    }

    /// <summary>True if anything lies below the name.</summary>
    public bool HasBelow(ReadOnlySpan<byte> name)
    {
        var place = After(name);
        return place < objects.Length && objects[place].Name.Encoded.StartsWith(name);
    }

    private int FirstFrom(ReadOnlySpan<byte> name)
    {
        int low = 0, high = objects.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (EncodedName.Compare(objects[middle].Name.Encoded, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
