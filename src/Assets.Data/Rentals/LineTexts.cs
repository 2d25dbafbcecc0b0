using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>Takes a stored version; the spans hold until it returns.</summary>
internal delegate void TakeVersion(ReadOnlySpan<byte> lineCode, int number, long changeSet, ReadOnlySpan<byte> text);

/// <summary>The stored versions of all lines up to a watermark, by the lines' codes and then by number: the order that a month's digest takes them in.</summary>
internal static class LineTexts
{
    public static void Every(DbConnection connection, long watermark, TakeVersion take)
    {
        using var rows = Read(connection, watermark);
        while (rows.Next()) take(rows.Utf8(4), rows.Int(2), rows.Long(3), rows.Utf8(1));
    }

    /// <summary>Of each line only the version that held at the watermark.</summary>
    public static void Last(DbConnection connection, long watermark, TakeVersion take)
    {
        using var rows = Read(connection, watermark);
        var kept = new Kept();
        var line = 0L;
        while (rows.Next())
        {
            // The last version of a line is the one before the next line begins.
            if (line != 0 && rows.Long(0) != line) kept.Give(take);
            line = rows.Long(0);
            kept.Keep(rows);
        }
        if (line != 0) kept.Give(take);
    }

    private static BulkRead Read(DbConnection connection, long watermark)
    {
        var rows = BulkRead.On(connection, """
            select v.line_id, v.body, v.version, v.change_set_id, l.code
            from line_versions v join contract_lines l on l.id = v.line_id
            where v.change_set_id <= @p0
            order by l.code, v.version
            """);
        rows.Run(watermark);
        return rows;
    }

    private sealed class Kept
    {
        private byte[] code = new byte[128];
        private byte[] text = new byte[512];
        private int codeLength;
        private int textLength;
        private int number;
        private long changeSet;

        public void Keep(BulkRead row)
        {
            textLength = Copy(row.Utf8(1), ref text);
            codeLength = Copy(row.Utf8(4), ref code);
            (number, changeSet) = (row.Int(2), row.Long(3));
        }

        public void Give(TakeVersion take) => take(code.AsSpan(0, codeLength), number, changeSet, text.AsSpan(0, textLength));

        private static int Copy(ReadOnlySpan<byte> from, ref byte[] to)
        {
            if (to.Length < from.Length) to = new byte[from.Length * 2];
            from.CopyTo(to);
            return from.Length;
        }
    }
}
