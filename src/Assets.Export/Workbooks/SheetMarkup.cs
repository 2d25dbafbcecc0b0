using System.Globalization;

namespace Assets.Export.Workbooks;

/// <summary>The XML of a sheet before and after its rows; the format is particular about the order of these elements.</summary>
internal static class SheetMarkup
{
    // Characters that are still legible across an A4 page; a wider table is set for A3.
    private const double WidestOnA4 = 200;

    public static void Head(Utf8Buffer buffer, SheetFrame frame, IReadOnlyList<double> widths, bool isTable)
    {
        buffer.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);
        buffer.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        buffer.Raw("<sheetPr>"u8);
        if (frame.Warns) buffer.Raw("<tabColor rgb=\"FFC00000\"/>"u8);
        buffer.Raw("<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView "u8);
        if (frame.Order == 0) buffer.Raw("tabSelected=\"1\" "u8);
        if (!isTable) buffer.Raw("showGridLines=\"0\" "u8);
        buffer.Raw("workbookViewId=\"0\""u8);
        buffer.Raw(isTable
            ? "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView>"u8
            : "/>"u8);
        buffer.Raw("</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"u8);
        for (var column = 0; column < widths.Count; column++)
            buffer.Text(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{widths[column]}\" customWidth=\"1\"/>"));
        buffer.Raw("</cols><sheetData>"u8);
    }

    /// <param name="filtered">The cells with the filter arrows, empty for a sheet that is no table.</param>
    /// <param name="texts">Columns of text, where a code such as 0123 is no mistake that deserves a green corner.</param>
    public static void Tail(Utf8Buffer buffer, SheetFrame frame, IReadOnlyList<double> widths, string filtered, string texts)
    {
        buffer.Raw("</sheetData>"u8);
        if (filtered.Length > 0) buffer.Text($"<autoFilter ref=\"{filtered}\"/>");
        var priority = 0;
        foreach (var check in frame.Checks)
        {
            buffer.Text(string.Create(CultureInfo.InvariantCulture, $"<conditionalFormatting sqref=\"{check}\"><cfRule type=\"cellIs\" dxfId=\"{Stylesheet.FailedCheck}\" priority=\"{++priority}\" operator=\"notEqual\"><formula>\""));
            XmlText.Escape(buffer, frame.CheckText);
            buffer.Raw("\"</formula></cfRule></conditionalFormatting>"u8);
        }
        buffer.Raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"u8);
        buffer.Raw("<pageSetup paperSize=\""u8);
        buffer.Raw(widths.Sum() > WidestOnA4 ? "8"u8 : "9"u8);
        buffer.Raw("\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter>"u8);
        if (frame.PageHeader.Length > 0)
        {
            buffer.Raw("<oddHeader>&amp;C"u8);
            XmlText.Escape(buffer, VisibleText.Of(frame.PageHeader).Replace("&", "&&", StringComparison.Ordinal)); // one & begins a code here
            buffer.Raw("</oddHeader>"u8);
        }
        buffer.Raw("<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"u8);
        if (texts.Length > 0) buffer.Text($"<ignoredErrors><ignoredError sqref=\"{texts}\" numberStoredAsText=\"1\"/></ignoredErrors>");
        buffer.Raw("</worksheet>"u8);
        buffer.Flush();
    }
}
