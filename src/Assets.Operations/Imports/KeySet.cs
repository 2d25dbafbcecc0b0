using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Assets.Operations.Imports;

/// <summary>
/// Remembers a million keys in a few tens of megabytes: by the first 128 bits of their SHA-256, which no two keys that people write
/// will ever share. A set of the strings themselves takes twice the memory that a whole import may use.
/// </summary>
internal sealed class KeySet
{
    private readonly HashSet<UInt128> digests = [];

    /// <summary>Makes room at once for about this many keys: growing step by step leaves twice the memory behind.</summary>
    public void Expect(int count) => digests.EnsureCapacity(count);

    /// <summary>False where the key was there already.</summary>
    public bool Add(string key)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), digest);
        return digests.Add(MemoryMarshal.Read<UInt128>(digest));
    }
}
