using System.Text;

namespace Assets.Seed.Files;

/// <summary>A file to import, while it is made up.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder text = new();
    private readonly int columns;

    /// <param name="name">The file's name without its ending, which the history will show.</param>
    public CsvText(string name, params IReadOnlyList<string> header)
    {
        Name = name;
        columns = header.Count;
        text.AppendJoin(',', header).Append('\n');
    }

    public string Name { get; }

    /// <summary>Data rows so far.</summary>
    public int Count { get; private set; }

    public void Add(params ReadOnlySpan<string> fields)
    {
        if (fields.Length != columns) throw new ArgumentException($"{Name} has {columns} columns, not {fields.Length}.", nameof(fields));
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(Quoted(fields[i]));
        }
        text.Append('\n');
        Count++;
    }

    public override string ToString() => text.ToString();

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
