using System.Globalization;
using System.Text;

namespace Assets.Core.Values;

/// <summary>
/// Writes canonical bytes: UTF-8, fields between tabs, records ended by a line feed, ISO dates, amounts with two decimals and a dot.
/// One value has exactly one form, so that equal facts give equal bytes on every machine and database. It writes into a buffer of its
/// own and makes no string: a month of 1,000,000 charges passes through one instance.
/// </summary>
public sealed class CanonicalWriter
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private byte[] buffer = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>A fixed word of the format, at the beginning of a record.</summary>
    public void Record(ReadOnlySpan<byte> word) => Bytes(word);

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void End() => Put((byte)'\n');

    /// <summary>A tab and the text; null is the empty field.</summary>
    /// <exception cref="ArgumentException">A control character or half a surrogate pair, which no import lets in.</exception>
    public void Field(string? text)
    {
        Put((byte)'\t');
        if (string.IsNullOrEmpty(text)) return;
        foreach (var unit in text)
        {
            if (char.IsControl(unit)) throw new ArgumentException($"A control character (U+{(int)unit:X4}) cannot be written canonically.", nameof(text));
        }
        Length += Strict.GetBytes(text, Room(Strict.GetMaxByteCount(text.Length)));
    }

    public void Field(DateOnly day)
    {
        Put((byte)'\t');
        var to = Room(10);
        Digits(to[..4], day.Year);
        to[4] = (byte)'-';
        Digits(to.Slice(5, 2), day.Month);
        to[7] = (byte)'-';
        Digits(to.Slice(8, 2), day.Day);
        Length += 10;
    }

    /// <summary>A tab and the day, or nothing after the tab where there is none.</summary>
    public void Field(DateOnly? day)
    {
        if (day is { } known) Field(known);
        else Put((byte)'\t');
    }

    /// <summary>A tab and the month as <c>2026-05</c>, or nothing after the tab.</summary>
    public void Field(BillingMonth? month)
    {
        Put((byte)'\t');
        if (month is not { } known) return;
        var to = Room(7);
        Digits(to[..4], known.Year);
        to[4] = (byte)'-';
        Digits(to.Slice(5, 2), known.Month);
        Length += 7;
    }

    public void Field(Money amount)
    {
        Put((byte)'\t');
        var magnitude = amount.Ore < 0 ? (ulong)-(Int128)amount.Ore : (ulong)amount.Ore;
        if (amount.Ore < 0) Put((byte)'-');
        Number(magnitude / 100);
        Put((byte)'.');
        Digits(Room(2)[..2], (int)(magnitude % 100));
        Length += 2;
    }

    public void Field(long number)
    {
        Put((byte)'\t');
        if (number < 0) Put((byte)'-');
        Number(number < 0 ? (ulong)-(Int128)number : (ulong)number);
    }

    /// <summary>A tab and a rate such as 2.5, without trailing zeros, so that 2.5 and 2.50 are one.</summary>
    /// <exception cref="ArgumentException">More than ten decimals.</exception>
    public void Rate(decimal rate)
    {
        if (decimal.Round(rate, 10) != rate) throw new ArgumentException($"{rate} has more than ten decimals.", nameof(rate));
        Field(rate.ToString("0.##########", CultureInfo.InvariantCulture));
    }

    private void Number(ulong number)
    {
        number.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    private static void Digits(Span<byte> to, int number)
    {
        for (var i = to.Length - 1; i >= 0; i--)
        {
            to[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private void Put(byte one)
    {
        Room(1)[0] = one;
        Length++;
    }

    private Span<byte> Room(int count)
    {
        if (buffer.Length - Length < count) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + count));
        return buffer.AsSpan(Length);
    }
}
