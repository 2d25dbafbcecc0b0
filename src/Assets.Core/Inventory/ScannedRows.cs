namespace Assets.Core.Inventory;

/// <summary>One asset as it was scanned or pasted. An empty serial is one without: a keyboard, a mouse.</summary>
/// <param name="Number">Its line, from 1.</param>
public sealed record ScannedRow(int Number, string Serial, string? Tag);

/// <summary>Reads what a hand scanner writes and what people paste: one asset a line, the serial alone or the serial and the label's tag, parted by a semicolon or a tab.</summary>
public static class ScannedRows
{
    public const int Most = 1_000;

    /// <summary>Empty lines are passed over but counted, so that a number is the line in the field.</summary>
    public static IReadOnlyList<ScannedRow> Read(string? text)
    {
        var rows = new List<ScannedRow>();
        var number = 0;
        foreach (var line in (text ?? "").EnumerateLines())
        {
            number++;
            var parts = line.ToString().Split([';', '\t'], 2, StringSplitOptions.TrimEntries);
            var tag = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
            if (parts[0].Length > 0 || tag is not null) rows.Add(new ScannedRow(number, parts[0], tag));
        }
        return rows;
    }
}
