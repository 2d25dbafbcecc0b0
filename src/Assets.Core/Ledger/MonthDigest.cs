using System.Security.Cryptography;
using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Core.Ledger;

/// <summary>
/// The head of a closed month: SHA-256 over a canonical byte form of what went into it and what came out, beginning with the head of
/// the month before. One altered öre, in any closed month, changes every head from there on. The bytes, in the form of
/// <see cref="CanonicalWriter"/> (tabs and line feeds, which no field can contain):
/// <code>
/// month   1  2026-05  previous head  watermark
/// (the canonical text of each line, by code in code point order)
/// charge  line  corrected month or nothing  reversal|row  component  first day  day after the last  asset tag  unit  cost code  quantity  amount
/// end     number of lines  number of charges  sum of the amounts
/// </code>
/// Charges come in <see cref="ChargeOrder"/>. The head is written as 64 small hexadecimal digits. The digest itself refuses what comes
/// out of order or twice, so that two databases can only agree on the same bytes.
/// </summary>
public sealed class MonthDigest : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CanonicalWriter pending = new();
    private readonly BillingMonth month;
    private byte[] lastKey = [];
    private int lastKeyLength;
    private long lines;
    private long charges;
    private Money sum;
    private bool finished;

    /// <param name="previousHead">The head of the closed month before; <see cref="MonthChain.Genesis"/> for the first.</param>
    /// <param name="watermark">Number of the last line version that the month saw.</param>
    public MonthDigest(string previousHead, BillingMonth month, long watermark)
    {
        if (!MonthChain.IsHead(previousHead)) throw new ArgumentException($"'{previousHead}' is no head.", nameof(previousHead));
        this.month = month;
        pending.Record("month"u8);
        pending.Field(1);
        pending.Field(month);
        pending.Field(previousHead);
        pending.Field(watermark);
        pending.End();
    }

    /// <summary>Takes the canonical text of the next line. All lines come before the first charge.</summary>
    /// <exception cref="InvalidOperationException">Out of order, or after a charge.</exception>
    public void Line(ReadOnlySpan<byte> lineText)
    {
        if (finished || charges > 0) throw new InvalidOperationException("Lines come before charges.");
        var end = lineText.IndexOf((byte)'\n');
        if (end < 0 || !lineText.StartsWith("line\t"u8) || lineText[^1] != (byte)'\n') throw new ArgumentException("Not the text of a line.", nameof(lineText));
        Follow(CodeIn(lineText[..end]));
        pending.Bytes(lineText);
        lines++;
        if (pending.Length >= BufferBytes) Flush();
    }

    /// <exception cref="InvalidOperationException">Out of order, or of another month.</exception>
    public void Charge(Charge charge)
    {
        if (finished) throw new InvalidOperationException("The month is finished.");
        if (charge.Month != month) throw new InvalidOperationException($"{charge.Id} is not posted in {month}.");
        if (charges == 0) lastKeyLength = 0;
        var start = pending.Length;
        pending.Record("charge"u8);
        pending.Field(charge.LineCode);
        pending.Field(charge.CorrectionOf);
        pending.Field(charge.Reversal ? "reversal" : "row");
        pending.Field(charge.Component);
        pending.Field(charge.From);
        Follow(pending.Written[start..]);
        pending.Field(charge.Until);
        pending.Field(charge.AssetTag);
        pending.Field(charge.UnitCode);
        pending.Field(charge.CostCode);
        pending.Field(charge.Quantity);
        pending.Field(charge.Amount);
        pending.End();
        charges++;
        sum += charge.Amount;
        if (pending.Length >= BufferBytes) Flush();
    }

    /// <returns>The head: 64 small hexadecimal digits.</returns>
    public string Finish()
    {
        if (finished) throw new InvalidOperationException("The month is finished.");
        finished = true;
        pending.Record("end"u8);
        pending.Field(lines);
        pending.Field(charges);
        pending.Field(sum);
        pending.End();
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Flush()
    {
        hash.AppendData(pending.Written);
        pending.Clear();
    }

    // Past the word and the version of the form: lines kept in an older form stand among the newer ones, by their code.
    private static ReadOnlySpan<byte> CodeIn(ReadOnlySpan<byte> record)
    {
        var afterWord = record[(record.IndexOf((byte)'\t') + 1)..];
        return afterWord[(afterWord.IndexOf((byte)'\t') + 1)..];
    }

    // The order is compared on the bytes themselves: fields are parted by a tab, which is below every byte a field can hold, so bytes
    // compare as the fields do, and "reversal" is below "row".
    private void Follow(ReadOnlySpan<byte> key)
    {
        if (key.SequenceCompareTo(lastKey.AsSpan(0, lastKeyLength)) <= 0) throw new InvalidOperationException("Out of order or twice: " + System.Text.Encoding.UTF8.GetString(key));
        if (lastKey.Length < key.Length) lastKey = new byte[key.Length * 2];
        key.CopyTo(lastKey);
        lastKeyLength = key.Length;
    }
}
