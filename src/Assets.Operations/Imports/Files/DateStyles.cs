using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assets.Operations.Imports.Files;

/// <summary>Which styles of a workbook show a number as a date: the built-in ones of ECMA-376 part 1, 18.8.30, and own ones that name years or days.</summary>
internal static class DateStyles
{
    /// <returns>The indexes by which cells name their style.</returns>
    public static HashSet<uint> Of(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.FormatCode?.Value is { } code && IsDate(code))
            .Select(f => f.NumberFormatId!.Value).ToHashSet() ?? [];
        var styles = new HashSet<uint>();
        uint index = 0;
        foreach (var format in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || own.Contains(id)) styles.Add(index);
            index++;
        }
        return styles;
    }

    // Letters count where they are neither quoted, escaped, nor between brackets: kronor are [$kr-41D], and debts [Red].
    private static bool IsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = End('"');
                    break;
                case '[':
                    i = End(']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D':
                    return true;
                case ';':
                    return false;
            }

            int End(char closing) => format.IndexOf(closing, i + 1) is >= 0 and var end ? end : format.Length;
        }
        return false;
    }
}
