namespace Assets.Data.Rentals;

/// <summary>The bytes of a text that outlives its row, in a place that is used again for the next.</summary>
internal sealed class KeptText
{
    private byte[] text = new byte[512];
    private int length;

    public bool IsEmpty => length == 0;

    public ReadOnlySpan<byte> Bytes => text.AsSpan(0, length);

    public void Keep(ReadOnlySpan<byte> bytes)
    {
        if (text.Length < bytes.Length) text = new byte[bytes.Length * 2];
        bytes.CopyTo(text);
        length = bytes.Length;
    }

    public void Clear() => length = 0;
}
