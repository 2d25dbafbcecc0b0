using System.Text;

namespace Assets.Operations.Imports.Files;

/// <summary>Which encoding a file is in, and which one bytes seem to be in that are not UTF-8.</summary>
internal static class Encodings
{
    /// <summary>The file as UTF-8 without its mark: UTF-16 with a mark is transcoded on the way.</summary>
    public static Stream AsUtf8(Stream file)
    {
        Span<byte> head = stackalloc byte[3];
        var read = file.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        var mark = head[..read];
        if (mark.StartsWith("\uFEFF"u8)) return file;
        if (mark.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new Utf16AsUtf8(At(file, 2), bigEndian: false);
        if (mark.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new Utf16AsUtf8(At(file, 2), bigEndian: true);
        return At(file, 0);
    }

    /// <summary>A guess from the Swedish letters, which every old encoding has at other places.</summary>
    public static (string Code, string Detail) NameFault(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return ("wrong_encoding", "The row holds NUL bytes: the file looks like UTF-16 without a mark. Save it as UTF-8.");
        if (HoldsSurrogate(bytes)) return ("lone_surrogate", "The row holds half of a character pair (a lone surrogate). Remove it.");
        var windows = Count(bytes, "\u00E5\u00E4\u00F6\u00C5\u00C4\u00D6\u00E9");
        var dos = CountBytes(bytes, [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82]);
        var name = dos > windows ? "CP437/CP850 (DOS)" : "Windows-1252 (or ISO 8859-1)";
        return ("wrong_encoding", $"The row is not UTF-8; it looks like {name}. Save the file as UTF-8.");
    }

    private static Stream At(Stream file, long position)
    {
        file.Position = position;
        return file;
    }

    private static int Count(ReadOnlySpan<byte> bytes, string latin) => CountBytes(bytes, Encoding.Latin1.GetBytes(latin));

    private static int CountBytes(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> among)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            if (among.Contains(b)) count++;
        }
        return count;
    }

    // A surrogate written as three bytes: ED A0..BF xx.
    private static bool HoldsSurrogate(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 2 < bytes.Length; i++)
        {
            if (bytes[i] == 0xED && bytes[i + 1] is >= 0xA0 and <= 0xBF) return true;
        }
        return false;
    }
}
