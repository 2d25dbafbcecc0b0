using System.Globalization;
using System.Text;

namespace Assets.Export;

/// <summary>
/// Bytes on their way to a file. Numbers and texts are formatted straight into one buffer, because a string for each of twelve
/// million cells would cost more than the compression does.
/// </summary>
internal sealed class Utf8Buffer(Stream target)
{
    private const int Size = 64 * 1024;

    // No digit group or date that is written here is longer.
    private const int LongestNumber = 40;

    private readonly byte[] bytes = new byte[Size];
    private int used;

    public void Raw(ReadOnlySpan<byte> ascii)
    {
        Room(ascii.Length);
        ascii.CopyTo(bytes.AsSpan(used));
        used += ascii.Length;
    }

    public void Raw(byte ascii)
    {
        Room(1);
        bytes[used++] = ascii;
    }

    public void Number(long number)
    {
        Room(LongestNumber);
        number.TryFormat(bytes.AsSpan(used), out var written, default, CultureInfo.InvariantCulture);
        used += written;
    }

    /// <summary>An amount with two decimals: −5 öre with a dot is <c>-0.05</c>.</summary>
    public void Ore(long ore, byte decimalSign)
    {
        Room(LongestNumber);
        if (ore < 0) bytes[used++] = (byte)'-';
        var magnitude = ore < 0 ? (ulong)-(Int128)ore : (ulong)ore;
        (magnitude / 100).TryFormat(bytes.AsSpan(used), out var written, default, CultureInfo.InvariantCulture);
        used += written;
        var rest = (int)(magnitude % 100);
        bytes[used++] = decimalSign;
        bytes[used++] = (byte)('0' + rest / 10);
        bytes[used++] = (byte)('0' + rest % 10);
    }

    public void Day(DateOnly day)
    {
        Room(LongestNumber);
        day.TryFormat(bytes.AsSpan(used), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        used += written;
    }

    /// <summary>Any text; a lone surrogate becomes U+FFFD, since UTF-8 has no form for it.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        const int chunk = Size / 3; // a UTF-16 unit takes at most three bytes
        while (text.Length > 0)
        {
            var take = Math.Min(text.Length, chunk);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1])) take--;
            Room(take * 3);
            used += Encoding.UTF8.GetBytes(text[..take], bytes.AsSpan(used));
            text = text[take..];
        }
    }

    public void Flush()
    {
        target.Write(bytes, 0, used);
        used = 0;
    }

    private void Room(int needed)
    {
        if (needed > Size) throw new ArgumentOutOfRangeException(nameof(needed), $"{needed} bytes at once do not fit the buffer.");
        if (needed > Size - used) Flush();
    }
}
