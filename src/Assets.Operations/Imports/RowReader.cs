using System.Text;
using Assets.Core.Values;
using Assets.Operations.Imports.Files;

namespace Assets.Operations.Imports;

/// <summary>Reads one row's fields by column name and notes every finding; a row with an error is rejected, whatever else it holds.</summary>
internal sealed class RowReader(ImportRecord record, ImportReport report, bool decimalComma, DateOnly today)
{
    private readonly DateOnly latestDay = today.AddYears(15);
    private string[] columns = [];
    private int[] fields = [];

    public bool Rejected { get; private set; }

    public ImportReport Report => report;

    public int Ordinal => record.Ordinal;

    public int Line => record.Line;

    public DateOnly Today => today;

    /// <summary>Whether a number may be written with a comma.</summary>
    public bool IsDecimalComma => decimalComma;

    /// <summary>How many fields a row has to have.</summary>
    public int Width { get; private set; }

    /// <summary>Learns from the header where each column stands. Unknown columns are a warning, a missing one ends the import.</summary>
    public void Learn(ImportColumns known)
    {
        if (record.Fault is not null) throw new ImportRefusedException($"The header cannot be read. {record.FaultDetail}") { Code = ImportFaults.HeaderUnreadable };
        Width = record.Count;
        columns = [.. known.All];
        fields = new int[columns.Length];
        Array.Fill(fields, -1);
        for (var i = 0; i < record.Count; i++)
        {
            var name = Headers.Name(record[i]);
            var at = Array.IndexOf(columns, name);
            if (at < 0)
            {
                if (name.Length > 0) report.Add(new ImportFinding(0, record.Line, false, "unknown_column", Values.Shown(name), "This column is not known and was left out."));
                continue;
            }
            if (fields[at] >= 0) throw new ImportRefusedException($"The header has the column {name} twice. Remove one of them.") { Code = ImportFaults.HeaderTwice, Detail = name };
            fields[at] = i;
        }
        var missing = known.Required.Where(c => fields[Array.IndexOf(columns, c)] < 0).ToList();
        if (missing.Count > 0) throw new ImportRefusedException($"The header lacks {string.Join(", ", missing)}. It must have {string.Join(", ", known.Required)}, in any order.") { Code = ImportFaults.HeaderLacks, Detail = string.Join(", ", missing) };
    }

    /// <summary>Begins a new row; false where the row as a whole is unreadable, which is then noted.</summary>
    public bool Begin()
    {
        Rejected = false;
        if (record.Fault is { } fault)
        {
            Reject(fault, record.FaultField, record.FaultDetail);
            return false;
        }
        if (record.Count == Width && RepeatsHeader())
        {
            Reject("header_repeated", "", "The header stands here again. Remove the row.");
            return false;
        }
        if (record.Count == Width) return true;
        Reject(record.Count < Width ? "too_few_fields" : "too_many_fields", "", $"The row has {record.Count} fields and the header {Width}. A text that holds the delimiter has to stand in quotes.");
        return false;
    }

    public bool Has(string column) => fields[At(column)] >= 0;

    /// <summary>The field as it stands, without blanks around.</summary>
    public ReadOnlySpan<char> Raw(string column) => Trim(Whole(column));

    /// <summary>A key that must be there: trimmed and composed. Empty after an error.</summary>
    public string Key(string column)
    {
        var raw = Raw(column);
        if (raw.IsEmpty)
        {
            Reject("missing", column, "This field must not be empty.");
            return "";
        }
        return KeyOrNone(column) ?? "";
    }

    public string? KeyOrNone(string column)
    {
        var whole = Whole(column);
        var raw = Trim(whole);
        if (raw.IsEmpty || IsFaulty(column, raw, isKey: true)) return null;
        return Kept(column, whole, raw);
    }

    /// <summary>Text of any kind, composed; none where it is blank.</summary>
    public string? Text(string column)
    {
        var whole = Whole(column);
        var raw = Trim(whole);
        if (raw.IsEmpty || IsFaulty(column, raw, isKey: false)) return null;
        return Kept(column, whole, raw);
    }

    public string RequiredText(string column)
    {
        if (Text(column) is { } text) return text;
        if (Raw(column).IsEmpty) Reject("missing", column, "This field must not be empty.");
        return "";
    }

    public Money Amount(string column)
    {
        Note(column, Values.Amount(Raw(column), decimalComma, out var amount));
        return amount;
    }

    public DateOnly? Day(string column)
    {
        Note(column, Values.Day(Raw(column), latestDay, out var day));
        return day;
    }

    public int Count(string column, int most)
    {
        Note(column, Values.Count(Raw(column), most, out var count));
        return count;
    }

    /// <summary>What a code stands for, looked up without regard to case; unknown ones are an error.</summary>
    public T? Known<T>(string column, Lookup<T> among, string what)
        where T : struct
    {
        var raw = Raw(column);
        if (raw.IsEmpty) return null;
        if (among.Find(raw) is { } found) return found;
        Reject($"unknown_{what}", column, $"There is no {what.Replace('_', ' ')} “{Values.Shown(raw)}”. Import it first, or correct the code.");
        return null;
    }

    public void Reject(string code, string column, string message)
    {
        Rejected = true;
        report.Add(new ImportFinding(record.Ordinal, record.Line, true, code, column, message));
    }

    public void Warn(string code, string column, string message) =>
        report.Add(new ImportFinding(record.Ordinal, record.Line, false, code, column, message));

    private void Note(string column, (string Code, string Detail)? fault)
    {
        if (fault is { } found) Reject(found.Code, column, found.Detail);
    }

    private bool IsFaulty(string column, ReadOnlySpan<char> raw, bool isKey)
    {
        if (TextRules.Fault(raw, isKey) is not { } fault) return false;
        Reject(fault.Code, column, fault.Detail);
        return true;
    }

    private string Kept(string column, ReadOnlySpan<char> whole, ReadOnlySpan<char> raw)
    {
        var text = raw.ToString();
        if (record.IsAscii && !TextRules.IsFormula(whole) && !TextRules.IsFormula(raw)) return text;
        if (!Ascii.IsValid(text)) text = text.Normalize(NormalizationForm.FormC);
        foreach (var (code, detail) in TextRules.Oddities(whole[0] == '\t' ? '\t' + text : text)) Warn(code, column, detail);
        return text;
    }

    private ReadOnlySpan<char> Whole(string column) => fields[At(column)] is >= 0 and var at ? record[at] : default;

    // Tabs and line breaks around a text are blanks; other control characters are none, and have to be seen to be refused.
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> field)
    {
        var trimmed = field.Trim();
        if (trimmed.Length == field.Length) return field;
        var start = 0;
        var end = field.Length;
        while (start < end && IsBlank(field[start])) start++;
        while (end > start && IsBlank(field[end - 1])) end--;
        return field[start..end];
    }

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) && (sign is '\t' or '\n' or '\r' || !char.IsControl(sign));

    private bool RepeatsHeader()
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (fields[i] >= 0 && !record[fields[i]].Trim().Equals(columns[i], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    private int At(string column) =>
        Array.IndexOf(columns, column) is >= 0 and var at ? at : throw new ArgumentException($"{column} is no column of this kind.", nameof(column));
}
