using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Assets.Operations.Imports.Files;

/// <summary>
/// Cuts a delimited file into records, byte by byte bounded: each row gets a verdict of its own, and neither a quote that never ends
/// nor a field of gigabytes makes memory grow. No library at hand tells one bad row apart from the next in that way (see the ADR).
/// Quotes follow RFC 4180: a field that begins with a quote ends with one, a doubled quote inside is a quote, and line breaks inside count as text.
/// </summary>
internal sealed class CsvRecords(Stream stream, char delimiter) : RecordSource
{
    /// <summary>More than every field of the widest row at its greatest length.</summary>
    private const int LongestRecord = 128 * 1024;

    private static readonly SearchValues<byte> Breaks = SearchValues.Create("\"\n"u8);
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(512 * 1024);
    private readonly byte delimiterByte = (byte)delimiter;
    private int start;
    private int end;
    private bool ended;
    private int line = 1;

    public override bool IsDecimalComma => delimiter == ';';

    public override void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        stream.Dispose();
    }

    public override bool Read(ImportRecord record)
    {
        record.Clear();
        record.Line = line;
        var scan = 0;
        var quoted = false;
        var closedAt = -1;
        var tooLong = false;
        while (true)
        {
            var bytes = buffer.AsSpan(start + scan, end - start - scan);
            var at = bytes.IndexOfAny(Breaks);
            if (at >= 0 && bytes[at] == (byte)'"')
            {
                scan += at;
                if (quoted) closedAt = scan + 1;
                // A quote right behind a closing one is the second half of a doubled quote: the field goes on.
                if (quoted || scan == closedAt || OpensField(scan)) quoted = !quoted;
                scan++;
                continue;
            }
            if (at >= 0)
            {
                line++;
                scan += at + 1;
                if (quoted) continue;
                Finish(record, scan, tooLong, unterminated: false);
                return true;
            }
            scan = end - start;
            if (ended)
            {
                if (scan == 0 && !tooLong) return false;
                Finish(record, scan, tooLong, quoted);
                return true;
            }
            if (scan > LongestRecord)
            {
                // Keep the last byte: the one before a quote decides whether it opens a field.
                tooLong = true;
                Consume(scan - 1);
                closedAt -= scan - 1;
                scan = 1;
            }
            Fill();
        }
    }

    private bool OpensField(int offset) => offset == 0 || buffer[start + offset - 1] == delimiterByte;

    private void Finish(ImportRecord record, int length, bool tooLong, bool unterminated)
    {
        var bytes = buffer.AsSpan(start, length);
        if (unterminated)
        {
            record.Fault = "unterminated_quote";
            record.FaultDetail = "A quoted field that begins on this line never ends; the rest of the file was read as part of it. Close the quote.";
        }
        else if (tooLong)
        {
            record.Fault = "field_too_long";
            record.FaultDetail = "The row is longer than any row can be. Shorten its fields to at most 1,000 characters.";
        }
        else
        {
            if (bytes.EndsWith("\n"u8)) bytes = bytes[..^1];
            if (bytes.EndsWith("\r"u8)) bytes = bytes[..^1];
            Split(record, bytes);
        }
        Consume(length);
    }

    private void Split(ImportRecord record, ReadOnlySpan<byte> bytes)
    {
        record.IsAscii = Ascii.IsValid(bytes);
        if (!record.IsAscii && !Utf8.IsValid(bytes))
        {
            (record.Fault, record.FaultDetail) = Encodings.NameFault(bytes);
            return;
        }
        while (true)
        {
            if (bytes.StartsWith("\""u8))
            {
                if (!Quoted(record, ref bytes)) return;
            }
            else
            {
                var stop = bytes.IndexOf(delimiterByte);
                var field = stop < 0 ? bytes : bytes[..stop];
                var room = record.Room(field.Length);
                record.EndField(Encoding.UTF8.GetChars(field, room));
                bytes = stop < 0 ? default : bytes[stop..];
            }
            if (bytes.IsEmpty) return;
            bytes = bytes[1..]; // the delimiter
            if (bytes.IsEmpty)
            {
                record.EndField(0);
                return;
            }
        }
    }

    private bool Quoted(ImportRecord record, ref ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[1..];
        var room = record.Room(bytes.Length);
        var written = 0;
        while (true)
        {
            var quote = bytes.IndexOf((byte)'"');
            if (quote < 0) throw new InvalidOperationException("A record was cut inside a quoted field.");
            written += Encoding.UTF8.GetChars(bytes[..quote], room[written..]);
            bytes = bytes[(quote + 1)..];
            if (!bytes.StartsWith("\""u8)) break;
            room[written++] = '"';
            bytes = bytes[1..];
        }
        record.EndField(written);
        if (bytes.IsEmpty || bytes[0] == delimiterByte) return true;
        record.Fault = "text_after_quote";
        record.FaultDetail = "There is text after the closing quote of a field. Double the quotes that belong to the text.";
        return false;
    }

    private void Consume(int count)
    {
        start += count;
        Consumed += count;
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        if (read == 0) ended = true;
        end += read;
    }
}
