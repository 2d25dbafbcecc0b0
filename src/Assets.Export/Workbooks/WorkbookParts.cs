using System.Globalization;
using System.Security;
using System.Text;

namespace Assets.Export.Workbooks;

/// <summary>What the file says about itself.</summary>
/// <param name="Created">Given by the caller: for a closed month the time of closing, so that the file can be made again, byte by byte.</param>
public sealed record WorkbookProperties(string Title, string Creator, DateTimeOffset Created);

/// <summary>A sheet that is in the file, and what the workbook part has to say about it.</summary>
/// <param name="File">Its number among the sheet parts, in the order of writing from 1.</param>
/// <param name="TableColumns">0 for a sheet that is no table.</param>
internal sealed record WrittenSheet(string Name, int Order, int File, int LastRow, int TableColumns);

/// <summary>The small parts of the package: names and order of the sheets, relations, properties.</summary>
internal static class WorkbookParts
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>What can be written before any sheet, and is: programs that tell a file by its first bytes expect one of these there.</summary>
    public static IEnumerable<(string Path, string Xml)> First(WorkbookProperties properties) =>
    [
        ("_rels/.rels", Relations(
            [("rId1", $"{Office}/relationships/officeDocument", "xl/workbook.xml"),
            ("rId2", $"{Package}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", $"{Office}/relationships/extended-properties", "docProps/app.xml")])),
        ("docProps/core.xml", Core(properties)),
        ("docProps/app.xml", $"{Declaration}<Properties xmlns=\"{Office}/extended-properties\"><Application>{Escape(properties.Creator)}</Application></Properties>"),
        ("xl/styles.xml", Stylesheet.Xml),
    ];

    public static IEnumerable<(string Path, string Xml)> Last(IReadOnlyList<WrittenSheet> tabs) =>
    [
        ("xl/workbook.xml", Workbook(tabs)),
        ("xl/_rels/workbook.xml.rels", Relations(
            [.. tabs.Select(t => ($"rId{Text(t.File)}", $"{Office}/relationships/worksheet", $"worksheets/sheet{Text(t.File)}.xml")),
            ("rIdStyles", $"{Office}/relationships/styles", "styles.xml"),
            ("rIdTexts", $"{Office}/relationships/sharedStrings", "sharedStrings.xml")])),
        ("[Content_Types].xml", ContentTypes(tabs)),
    ];

    private static string Workbook(IReadOnlyList<WrittenSheet> tabs)
    {
        var xml = new StringBuilder(Declaration)
            .Append(CultureInfo.InvariantCulture, $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}/relationships\">")
            .Append("<bookViews><workbookView/></bookViews><sheets>");
        foreach (var tab in tabs) xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{Escape(tab.Name)}\" sheetId=\"{tab.File}\" r:id=\"rId{tab.File}\"/>");
        xml.Append("</sheets>");
        // The format wants the defined names sorted: all filters, then all titles.
        var names = new StringBuilder();
        foreach (var (tab, place) in tabs.Select((tab, place) => (tab, place)).Where(t => t.tab.TableColumns > 0))
            names.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{place}\" hidden=\"1\">{Quoted(tab)}!$A$1:${ColumnName.Of(tab.TableColumns - 1)}${tab.LastRow}</definedName>");
        foreach (var (tab, place) in tabs.Select((tab, place) => (tab, place)).Where(t => t.tab.TableColumns > 0))
            names.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{place}\">{Quoted(tab)}!$1:$1</definedName>");
        if (names.Length > 0) xml.Append("<definedNames>").Append(names).Append("</definedNames>");
        // The reader calculates for itself when it opens the file: a check that shows our own result proves nothing.
        return xml.Append("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>").ToString();
    }

    private static string Core(WorkbookProperties properties) =>
        $"{Declaration}<cp:coreProperties xmlns:cp=\"{Package}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " +
        "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
        $"<dc:title>{Escape(properties.Title)}</dc:title><dc:creator>{Escape(properties.Creator)}</dc:creator>" +
        $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{properties.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</dcterms:created></cp:coreProperties>";

    private static string ContentTypes(IReadOnlyList<WrittenSheet> tabs)
    {
        var xml = new StringBuilder(Declaration)
            .Append(CultureInfo.InvariantCulture, $"<Types xmlns=\"{Package}/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheets}.sheet.main+xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheets}.styles+xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Sheets}.sharedStrings+xml\"/>");
        foreach (var tab in tabs.OrderBy(t => t.File))
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{tab.File}.xml\" ContentType=\"{Sheets}.worksheet+xml\"/>");
        return xml
            .Append("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")
            .Append("<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>")
            .ToString();
    }

    private static string Relations(IEnumerable<(string Id, string Type, string Target)> relations)
    {
        var xml = new StringBuilder(Declaration).Append(CultureInfo.InvariantCulture, $"<Relationships xmlns=\"{Package}/relationships\">");
        foreach (var (id, type, target) in relations) xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    private static string Quoted(WrittenSheet tab) => "'" + Escape(tab.Name.Replace("'", "''", StringComparison.Ordinal)) + "'";

    private static string Escape(string text) => SecurityElement.Escape(VisibleText.Of(text))!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
