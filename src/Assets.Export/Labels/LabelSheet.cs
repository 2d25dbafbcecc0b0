namespace Assets.Export.Labels;

/// <summary>Labels on sheets or tape as a PDF, exact to a hundredth of a millimetre: print at 100 %, without fitting to the page.</summary>
public static class LabelSheet
{
    /// <param name="start">The first free place on a used sheet, from 1, counted along the rows.</param>
    public static byte[] Draw(IReadOnlyList<Label> labels, LabelFormat format, LabelCodes codes, int start = 1)
    {
        var document = new VectorPages(format.PageWidth, format.PageHeight);
        var place = format.IsTape ? 0 : Math.Clamp(start, 1, format.PerPage) - 1;
        document.NextPage();
        foreach (var label in labels)
        {
            if (place == format.PerPage)
            {
                document.NextPage();
                place = 0;
            }
            var left = format.Left + (place % format.Columns * (format.Width + format.GapX));
            var top = format.Top + (place / format.Columns * (format.Height + format.GapY));
            LabelDrawing.Draw(document, label, codes, left, top, format.Width, format.Height);
            place++;
        }
        return document.Finish();
    }
}
