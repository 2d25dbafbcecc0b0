namespace Assets.Operations.Imports.Files;

/// <summary>The rows of a file one after the other, the header first; bounded memory whatever the file's size.</summary>
internal abstract class RecordSource : IDisposable
{
    /// <summary>Bytes of the file read so far, for progress.</summary>
    public long Consumed { get; protected set; }

    /// <summary>Whether the file itself says that decimals are written with a comma.</summary>
    public abstract bool IsDecimalComma { get; }

    /// <summary>Reads the next row into <paramref name="record"/>; false at the end.</summary>
    public abstract bool Read(ImportRecord record);

    public abstract void Dispose();

    /// <exception cref="ImportRefusedException">The file is missing, empty or of no known form.</exception>
    public static RecordSource Open(string path, IReadOnlyList<string> knownColumns)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportRefusedException($"There is no file {path}.", e) { Code = ImportFaults.FileGone };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"The file {path} cannot be read: {e.Message}", e) { Code = ImportFaults.FileUnreadable };
        }
        Span<byte> head = stackalloc byte[4];
        var zip = file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
        file.Position = 0;
        if (zip) return new XlsxRecords(file);
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            file.Dispose();
            throw new ImportRefusedException($"{path} is no Excel workbook, whatever its name says. Save it from Excel as .xlsx, or give it the ending .csv.") { Code = ImportFaults.NoWorkbook };
        }
        var delimiter = DelimiterOf(file, knownColumns);
        file.Position = 0;
        return new CsvRecords(Encodings.AsUtf8(file), delimiter);
    }

    // The delimiter is the one that makes most of the header's names known.
    private static char DelimiterOf(FileStream file, IReadOnlyList<string> knownColumns)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        var start = new char[8192];
        var text = start.AsSpan(0, reader.ReadBlock(start));
        var header = text.IndexOfAny('\r', '\n') is var stop and >= 0 ? text[..stop] : text;
        var best = ',';
        var most = 0;
        foreach (var candidate in ",;\t")
        {
            var known = 0;
            foreach (var name in header.Split(candidate))
            {
                if (knownColumns.Contains(Headers.Name(header[name].Trim('"')))) known++;
            }
            if (known > most) (best, most) = (candidate, known);
        }
        return best;
    }
}
