namespace Assets.Operations.Imports.Files;

/// <summary>One data row as it stands in a file: where it stands, its fields as text, or why it could not be read at all. Reused from row to row.</summary>
internal sealed class ImportRecord
{
    private readonly List<Range> fields = [];
    private char[] text = new char[4096];
    private int length;

    /// <summary>The ordinal of the data row, from 1; blank rows are not counted.</summary>
    public int Ordinal { get; set; }

    /// <summary>The line in the file (the row in a sheet) where the record begins, from 1.</summary>
    public int Line { get; set; }

    /// <summary>Why the whole record is unreadable, as a finding's code; none for a good one.</summary>
    public string? Fault { get; set; }

    /// <summary>What a person should know about the fault.</summary>
    public string FaultDetail { get; set; } = "";

    /// <summary>Where in the record, or of what file; empty where the whole row is meant.</summary>
    public string FaultField { get; set; } = "";

    public int Count => fields.Count;

    public bool IsAscii { get; set; }

    public ReadOnlySpan<char> this[int index] => text.AsSpan(fields[index]);

    public bool IsBlank
    {
        get
        {
            foreach (var range in fields)
            {
                if (!text.AsSpan(range).IsWhiteSpace()) return false;
            }
            return true;
        }
    }

    public void Clear()
    {
        fields.Clear();
        length = 0;
        Fault = null;
        FaultDetail = "";
        FaultField = "";
        IsAscii = true;
    }

    /// <summary>Room for a field of at most <paramref name="most"/> characters; what is written there counts after <see cref="EndField"/>.</summary>
    public Span<char> Room(int most)
    {
        if (length + most > text.Length) Array.Resize(ref text, Math.Max(text.Length * 2, length + most));
        return text.AsSpan(length, most);
    }

    public void EndField(int characters)
    {
        fields.Add(length..(length + characters));
        length += characters;
    }

    public void Add(ReadOnlySpan<char> field)
    {
        field.CopyTo(Room(field.Length));
        EndField(field.Length);
    }
}
