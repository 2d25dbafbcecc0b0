using System.Buffers;
using Assets.Core.Values;

namespace Assets.Export.Accounting;

/// <summary>Fields and lines of a CSV file (RFC 4180), as UTF-8 straight to the target.</summary>
internal sealed class CsvWriter(Stream target, char separator, bool windowsLines)
{
    // All separators that readers guess at, not only ours: split at another one, the second half of a text could be a formula.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    private readonly Utf8Buffer buffer = new(target);
    private bool inLine;

    public void ByteOrderMark() => buffer.Raw("\uFEFF"u8);

    public void Text(ReadOnlySpan<char> text)
    {
        Separate();
        if (text.IndexOfAny(Quoted) < 0)
        {
            buffer.Text(text);
            return;
        }
        buffer.Raw((byte)'"');
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            buffer.Text(text[..quote]);
            buffer.Raw("\"\""u8);
            text = text[(quote + 1)..];
        }
        buffer.Text(text);
        buffer.Raw((byte)'"');
    }

    public void Number(long number)
    {
        Separate();
        buffer.Number(number);
    }

    public void Amount(Money amount, char decimalSign)
    {
        Separate();
        buffer.Ore(amount.Ore, (byte)decimalSign);
    }

    public void Day(DateOnly day)
    {
        Separate();
        buffer.Day(day);
    }

    public void Month(BillingMonth? month)
    {
        Separate();
        if (month is { } m) buffer.Text(m.ToString());
    }

    public void Empty() => Separate();

    public void EndLine()
    {
        buffer.Raw(windowsLines ? "\r\n"u8 : "\n"u8);
        inLine = false;
    }

    public void Flush() => buffer.Flush();

    private void Separate()
    {
        if (inLine) buffer.Raw((byte)separator);
        inLine = true;
    }
}
