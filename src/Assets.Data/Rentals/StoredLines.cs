using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// Every contract line as it was known at a watermark, by the line's number: the last of its versions that no later change set made.
/// One walk along the key of the versions, without a look at the lines themselves; months of the past and the present are read alike.
/// </summary>
internal sealed class StoredLines : IDisposable
{
    private readonly BulkRead versions;
    private byte[] text = new byte[512];
    private int length;
    private bool ahead;

    private StoredLines(BulkRead versions, long watermark)
    {
        this.versions = versions;
        versions.Run(watermark);
        ahead = versions.Next();
    }

    public long LineId { get; private set; }

    public int Version { get; private set; }

    /// <summary>The change set that made this version.</summary>
    public long ChangeSet { get; private set; }

    /// <summary>The canonical text; valid until the next line.</summary>
    public ReadOnlySpan<byte> Text => text.AsSpan(0, length);

    public static StoredLines AsOf(Reading reading, long watermark) =>
        new(reading.Query("select line_id, version, change_set_id, body from line_versions where change_set_id <= @p0 order by line_id, version"), watermark);

    public bool Next()
    {
        if (!ahead) return false;
        LineId = versions.Long(0);
        do
        {
            Version = versions.Int(1);
            ChangeSet = versions.Long(2);
            var body = versions.Utf8(3);
            if (text.Length < body.Length) text = new byte[body.Length * 2];
            body.CopyTo(text);
            length = body.Length;
            ahead = versions.Next();
        }
        while (ahead && versions.Long(0) == LineId);
        return true;
    }

    public void Dispose() => versions.Dispose();
}
