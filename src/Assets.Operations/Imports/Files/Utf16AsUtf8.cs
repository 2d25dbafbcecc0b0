using System.Text;

namespace Assets.Operations.Imports.Files;

/// <summary>
/// Reads UTF-16 as UTF-8. The framework's transcoder would turn a lone surrogate into a question mark and hide the fault; here it
/// comes out as the three bytes that UTF-8 forbids, so that the row which holds it is rejected by name.
/// </summary>
internal sealed class Utf16AsUtf8(Stream inner, bool bigEndian) : Stream
{
    private readonly byte[] units = new byte[32 * 1024];
    private readonly byte[] output = new byte[64 * 1024];
    private int outputStart;
    private int outputEnd;
    private char pending;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => inner.Position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (outputStart == outputEnd && !Refill()) return 0;
        var taken = Math.Min(count, outputEnd - outputStart);
        output.AsSpan(outputStart, taken).CopyTo(buffer.AsSpan(offset));
        outputStart += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Refill()
    {
        outputStart = outputEnd = 0;
        var read = inner.ReadAtLeast(units.AsSpan(), units.Length, throwOnEndOfStream: false);
        if (read == 0)
        {
            if (pending == 0) return false;
            Forbidden(pending);
            pending = '\0';
            return true;
        }
        for (var i = 0; i + 1 < read; i += 2) Add((char)(bigEndian ? (units[i] << 8) | units[i + 1] : units[i] | (units[i + 1] << 8)));
        if (read % 2 == 1) Forbidden('\uD800');
        return outputEnd > 0 || Refill();
    }

    private void Add(char unit)
    {
        if (pending != 0)
        {
            if (char.IsLowSurrogate(unit))
            {
                outputEnd += new Rune(pending, unit).EncodeToUtf8(output.AsSpan(outputEnd));
                pending = '\0';
                return;
            }
            Forbidden(pending);
            pending = '\0';
        }
        if (char.IsHighSurrogate(unit)) pending = unit;
        else if (char.IsLowSurrogate(unit)) Forbidden(unit);
        else outputEnd += new Rune(unit).EncodeToUtf8(output.AsSpan(outputEnd));
    }

    private void Forbidden(char unit)
    {
        output[outputEnd++] = (byte)(0xE0 | (unit >> 12));
        output[outputEnd++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
        output[outputEnd++] = (byte)(0x80 | (unit & 0x3F));
    }
}
