using System.Buffers.Text;
using System.Text;
using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>Walks canonical bytes record by record and field by field. It takes only the one form that the writer gives, nothing like it.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> all = text;
    private ReadOnlySpan<byte> rest = text;
    private ReadOnlySpan<byte> record;
    private bool exhausted = true;

    /// <summary>Goes to the next record; false after the last.</summary>
    public bool NextRecord()
    {
        if (rest.IsEmpty) return false;
        var end = rest.IndexOf((byte)'\n');
        if (end < 0) throw Wrong("its last record has no end");
        record = rest[..end];
        rest = rest[(end + 1)..];
        exhausted = false;
        return true;
    }

    /// <summary>Takes the first field of the record where it is this word, and stays where it is not.</summary>
    public bool Word(ReadOnlySpan<byte> word)
    {
        if (!record.StartsWith(word) || record.Length == word.Length || record[word.Length] != (byte)'\t') return false;
        record = record[(word.Length + 1)..];
        return true;
    }

    public ReadOnlySpan<byte> Next()
    {
        if (exhausted) throw Wrong("a record has too few fields");
        var tab = record.IndexOf((byte)'\t');
        if (tab < 0)
        {
            exhausted = true;
            return record;
        }
        var field = record[..tab];
        record = record[(tab + 1)..];
        return field;
    }

    public readonly void EndRecord()
    {
        if (!exhausted) throw Wrong("a record has too many fields");
    }

    public string Text() => Encoding.UTF8.GetString(Next());

    public string? TextOrNone()
    {
        var field = Next();
        return field.IsEmpty ? null : Encoding.UTF8.GetString(field);
    }

    public byte Letter()
    {
        var field = Next();
        return field.Length == 1 ? field[0] : (byte)0;
    }

    public DateOnly Day() => Day(Next());

    public DateOnly? DayOrNone()
    {
        var field = Next();
        return field.IsEmpty ? null : Day(field);
    }

    public int Number()
    {
        var field = Next();
        if (field.Length is 0 or > 9 || (field[0] == '0' && field.Length > 1)) throw Wrong("a number is malformed");
        return (int)Digits(field);
    }

    public Money Amount()
    {
        var field = Next();
        var negative = field.Length > 0 && field[0] == '-';
        var digits = negative ? field[1..] : field;
        var krona = digits.Length - 3;
        if (krona is < 1 or > 16 || digits[krona] != '.' || (digits[0] == '0' && krona > 1)) throw Wrong("an amount is malformed");
        var ore = checked((Digits(digits[..krona]) * 100) + Digits(digits[(krona + 1)..]));
        if (negative && ore == 0) throw Wrong("an amount is malformed");
        return Money.FromOre(negative ? -ore : ore);
    }

    public decimal Rate()
    {
        var field = Next();
        var malformed = !Utf8Parser.TryParse(field, out decimal rate, out var taken) || taken != field.Length;
        return malformed ? throw Wrong("a rate is malformed") : rate;
    }

    public readonly FormatException Wrong(string what) =>
        new($"Not the text of a contract line: {what}, near byte {all.Length - rest.Length} of {all.Length}.");

    private readonly DateOnly Day(ReadOnlySpan<byte> field)
    {
        if (field.Length != 10 || field[4] != '-' || field[7] != '-') throw Wrong("a day is malformed");
        var year = (int)Digits(field[..4]);
        var month = (int)Digits(field.Slice(5, 2));
        var day = (int)Digits(field.Slice(8, 2));
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) throw Wrong("a day does not exist");
        return new DateOnly(year, month, day);
    }

    private readonly long Digits(ReadOnlySpan<byte> field)
    {
        long number = 0;
        foreach (var digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'9') throw Wrong("a number is malformed");
            number = (number * 10) + (digit - '0');
        }
        return number;
    }
}
