using System.Security.Cryptography;
using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Core.Ledger;

/// <summary>
/// The head of a closed month: SHA-256 over a canonical byte form of what went into it and what came out, beginning with the head of
/// the month before. One altered öre, in any closed month, changes every head from there on. The bytes, in the form of
/// <see cref="CanonicalWriter"/> (tabs and line feeds, which no field can contain):
/// <code>
/// month   2  2026-05  previous head  watermark  settled watermark  version of the rules  reason
/// version  line  number  change set     and after it its canonical text; each version up to the watermark, by code and number
/// charge  line  corrected month or nothing  reversal|row  component  first day  day after the last  asset tag  unit  cost code  quantity  amount  customer
/// end     number of versions  number of charges  sum of the amounts
/// </code>
/// A reason stands behind a = and percent-encoded, since it may hold anything; none is nothing. Months closed by the first release have form 1, without what stands behind the watermark, without the customer,
/// and with only the last version of each line, whose text stands alone. They keep it: a head that was printed stays right.
/// Charges come in <see cref="ChargeOrder"/>. The head is written as 64 small hexadecimal digits. The digest itself refuses what comes
/// out of order or twice, so that two databases can only agree on the same bytes.
/// </summary>
public sealed class MonthDigest : IDisposable
{
    public const int FirstForm = 1;
    public const int NewestForm = 2;

    private const int BufferBytes = 64 * 1024;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CanonicalWriter pending = new();
    private readonly BillingMonth month;
    private readonly int form;
    private byte[] lastKey = [];
    private int lastKeyLength;
    private int lastVersion;
    private long lines;
    private long charges;
    private Money sum;
    private bool finished;

    /// <param name="form"><see cref="NewestForm"/>, or an older one to check a month that was closed with it.</param>
    /// <exception cref="ArgumentException">What should be the head before is none.</exception>
    public MonthDigest(ClosingAct act, int form = NewestForm)
    {
        if (!MonthChain.IsHead(act.PreviousHead)) throw new ArgumentException($"'{act.PreviousHead}' is no head.", nameof(act));
        if (form is < FirstForm or > NewestForm) throw new ArgumentOutOfRangeException(nameof(form), form, "No such form.");
        month = act.Month;
        this.form = form;
        pending.Record("month"u8);
        pending.Field(form);
        pending.Field(act.Month);
        pending.Field(act.PreviousHead);
        pending.Field(act.Watermark);
        if (form > FirstForm)
        {
            pending.Field(act.SettledWatermark);
            pending.Field(act.RulesVersion);
            pending.Field(act.AcceptReason is { } reason ? "=" + Uri.EscapeDataString(reason) : null);
        }
        pending.End();
    }

    /// <summary>Takes a version of a line. All versions come before the first charge; in form 1 only the last of each line does.</summary>
    /// <param name="lineCode">Of the line that it is stored for, which has to be the one that its text is about.</param>
    /// <exception cref="InvalidOperationException">Out of order, of another line, or after a charge.</exception>
    public void Version(ReadOnlySpan<byte> lineCode, int number, long changeSet, ReadOnlySpan<byte> text)
    {
        if (finished || charges > 0) throw new InvalidOperationException("Lines come before charges.");
        var end = text.IndexOf((byte)'\n');
        if (end < 0 || !text.StartsWith("line\t"u8) || text[^1] != (byte)'\n') throw new ArgumentException("Not the text of a line.", nameof(text));
        if (!CodeIn(text[..end]).SequenceEqual(lineCode)) throw new InvalidOperationException("The text of another line is stored for " + System.Text.Encoding.UTF8.GetString(lineCode));
        var another = form > FirstForm && number > lastVersion && lineCode.SequenceEqual(lastKey.AsSpan(0, lastKeyLength));
        if (!another) Follow(lineCode);
        lastVersion = number;
        if (form > FirstForm)
        {
            pending.Record("version\t"u8);
            pending.Bytes(lineCode);
            pending.Field(number);
            pending.Field(changeSet);
            pending.End();
        }
        pending.Bytes(text);
        lines++;
        if (pending.Length >= BufferBytes) Flush();
    }

    /// <exception cref="InvalidOperationException">Out of order, or of another month.</exception>
    public void Charge(Charge charge, string customerCode)
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
        if (form > FirstForm) pending.Field(customerCode);
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
