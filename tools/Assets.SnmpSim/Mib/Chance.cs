namespace Assets.SnmpSim.Mib;

/// <summary>
/// Invented numbers that depend on seed, device and purpose only, never on the order in which they are asked for, so
/// that adding a value to one device changes no other.
/// </summary>
public readonly struct Chance(int seed, int device)
{
    /// <summary>A number from 0 up to, but not including, the limit.</summary>
    public int Below(int limit, string purpose, int row = 0) => (int)(Bits(purpose, row) % (ulong)limit);

    public bool Percent(int percent, string purpose, int row = 0) => Below(100, purpose, row) < percent;

    /// <summary>64 well mixed bits (the finaliser of splitmix64 over each part in turn).</summary>
    public ulong Bits(string purpose, int row = 0)
    {
        unchecked
        {
            var hash = Mix((ulong)seed);
            hash = Mix(hash ^ (uint)device);
            hash = Mix(hash ^ (uint)row);
            foreach (var letter in purpose)
                hash = Mix(hash ^ letter);
            return hash;
        }
    }

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits += 0x9e3779b97f4a7c15;
            bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
            bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
            return bits ^ (bits >> 31);
        }
    }
}
