using System.IO.Compression;
using System.Text;

namespace Assets.Operations.Tests.Imports;

/// <summary>Workbooks as Excel, LibreOffice and others write them, element by element: what a library would never write has to be read too.</summary>
internal sealed class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The sheets from the first on: rows as they stand in sheetData.</summary>
    public string[] Sheets { get; init; } = [];

    /// <summary>Shared texts as they stand in sst, such as <c>&lt;si&gt;&lt;t&gt;a&lt;/t&gt;&lt;/si&gt;</c>.</summary>
    public string? Shared { get; init; }

    /// <summary>Number formats of the styles from the first on: a built-in number, or the code of an own one.</summary>
    public string[] Formats { get; init; } = [];

    public bool Since1904 { get; init; }

    /// <summary>What stands behind the rows, which a whole sheet closes here.</summary>
    public string End { get; init; } = "</sheetData></worksheet>";

    public string WriteTo(string folder)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        var numbers = Enumerable.Range(1, Sheets.Length).ToList();
        Put(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}styles+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Types}worksheet+xml"/>"""))}</Types>""");
        Put(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Put(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr{(Since1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="Blad{n}" sheetId="{n}" r:id="s{n}"/>"""))}</sheets></workbook>""");
        Put(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="s{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}{(Shared is null ? "" : $"""<Relationship Id="t" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/>""")}<Relationship Id="y" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        var own = Formats.Select((format, i) => (Format: format, Id: int.TryParse(format, out var builtIn) ? builtIn : 164 + i)).ToList();
        Put(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts>{string.Concat(own.Where(f => f.Id >= 164).Select(f => $"""<numFmt numFmtId="{f.Id}" formatCode="{Escaped(f.Format)}"/>"""))}</numFmts><cellXfs>{string.Concat(own.Select(f => $"""<xf numFmtId="{f.Id}"/>"""))}</cellXfs></styleSheet>""");
        if (Shared is not null) Put(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{Shared}</sst>""");
        foreach (var n in numbers) Put(zip, $"xl/worksheets/sheet{n}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{Sheets[n - 1]}{End}""");
        return path;
    }

    /// <summary>A row of texts as they stand in cells, without the cells' places.</summary>
    public static string Row(params string[] texts) => $"<row>{string.Concat(texts.Select(text => $"""<c t="inlineStr"><is><t>{Escaped(text)}</t></is></c>"""))}</row>";

    /// <summary>The rows of a text file as a sheet.</summary>
    public static string Rows(string csv) => string.Concat(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Row(line.Split(','))));

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?>{xml}"""));
    }
}
