using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>The canonical texts of all lines at a watermark in the order of their codes, which is the order that a month's digest takes them in.</summary>
internal static class LineTexts
{
    /// <summary>Gives each text to <paramref name="take"/>; a span cannot be kept, and need not be.</summary>
    public static void ByCode(DbConnection connection, long watermark, Action<ReadOnlySpan<byte>> take)
    {
        using var rows = BulkRead.On(connection, """
            select v.line_id, v.body
            from line_versions v join contract_lines l on l.id = v.line_id
            where v.change_set_id <= @p0
            order by l.code, v.version
            """);
        rows.Run(watermark);
        var text = new byte[512];
        var length = 0;
        var line = 0L;
        while (rows.Next())
        {
            // The last version of a line is the one before the next line begins.
            if (line != 0 && rows.Long(0) != line) take(text.AsSpan(0, length));
            line = rows.Long(0);
            var body = rows.Utf8(1);
            if (text.Length < body.Length) text = new byte[body.Length * 2];
            body.CopyTo(text);
            length = body.Length;
        }
        if (line != 0) take(text.AsSpan(0, length));
    }
}
