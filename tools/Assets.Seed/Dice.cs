namespace Assets.Seed;

/// <summary>
/// Invented numbers from a seed and a purpose: the same on every machine and in every version of the framework. Each purpose has a
/// sequence of its own, so that one more draw for one thing changes nothing else.
/// </summary>
internal sealed class Dice
{
    private ulong state;

    public Dice(int seed, string purpose)
    {
        state = Mix(unchecked((ulong)seed));
        foreach (var letter in purpose) state = Mix(state ^ letter);
    }

    /// <summary>From 0 up to, but not including, the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    /// <summary>In an order of chance; the list itself stays as it was.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        var list = things.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
        return list;
    }

    private ulong Next()
    {
        state = unchecked(state + 0x9e3779b97f4a7c15);
        return Mix(state);
    }

    // The finaliser of splitmix64.
    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
            bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
            return bits ^ (bits >> 31);
        }
    }
}
