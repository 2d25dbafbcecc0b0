using System.IO.Compression;
using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Operations.Chargeback;

/// <summary>
/// One file of a month for somebody who sits at a browser: the file for all, one customer's, or everything packed. They are made
/// by the same export as on the command line, in a folder that is gone when the file has been read.
/// </summary>
public sealed class MonthDownload : IDisposable
{
    private readonly DirectoryInfo folder;

    private MonthDownload(DirectoryInfo folder, string path)
    {
        this.folder = folder;
        Path = path;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <param name="what"><c>all.xlsx</c>, <c>all.csv</c>, <c>control.xlsx</c>, <c>files.zip</c>, or a customer's code with either ending; no such file gives none.</param>
    /// <param name="swedish">Whether headings are in Swedish; otherwise in English.</param>
    public static Outcome<MonthDownload> Make(Installation installation, BillingMonth month, string what, bool swedish, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("assets-month-");
        try
        {
            var formats = System.IO.Path.GetExtension(what) switch { ".xlsx" => MonthFormats.Workbook, ".csv" => MonthFormats.Csv, _ => MonthFormats.Workbook | MonthFormats.Csv };
            if (!ExportMonth.Run(installation, month, formats, folder.FullName, swedish ? Language.Swedish : Language.English, cancel).TryGet(out var exported, out var refusal))
            {
                folder.Delete(recursive: true);
                return refusal;
            }
            if (what == "files.zip") return new MonthDownload(folder, Pack(exported, folder));
            var name = FileName(month, System.IO.Path.GetFileNameWithoutExtension(what), System.IO.Path.GetExtension(what).TrimStart('.'));
            var path = exported.Files.FirstOrDefault(file => System.IO.Path.GetFileName(file) == name);
            if (path is not null) return new MonthDownload(folder, path);
            folder.Delete(recursive: true);
            return new Refusal("unknown_file", what);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (folder.Exists) folder.Delete(recursive: true);
    }

    private static string FileName(BillingMonth month, string of, string extension) => of switch
    {
        "all" => MonthFile.All(month, extension),
        "control" => MonthFile.Control(month, extension),
        _ => MonthFile.Customer(month, of, extension),
    };

    private static string Pack(MonthExported exported, DirectoryInfo folder)
    {
        var path = System.IO.Path.Combine(folder.FullName, $"{exported.Month}.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in exported.Files) archive.CreateEntryFromFile(file, System.IO.Path.GetFileName(file), CompressionLevel.Fastest);
        return path;
    }
}
