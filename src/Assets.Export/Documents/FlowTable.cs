using Assets.Core.Standard;

namespace Assets.Export.Documents;

/// <summary>A table in the flow of pages: columns as wide as what they hold asks for, the header again on each page, no row broken.</summary>
internal static class FlowTable
{
    private const double Gap = 10;
    private const double Pad = 3.4;
    private static readonly Hand Head = new(9, Ink.Faint, IsBold: true);
    private static readonly Hand Plain = new(9, Ink.Dark);

    public static void Draw(PageFlow flow, RulebookTable table)
    {
        flow.Need((2 * Plain.Step) + (4 * Pad));
        var widths = Widths(flow, table);
        Row(flow, table, table.Heads, widths, Head);
        foreach (var row in table.Rows)
        {
            var page = flow.PageNumber;
            flow.Need(HeightOf(flow, row, widths, Plain));
            if (flow.PageNumber != page) Row(flow, table, table.Heads, widths, Head);
            Row(flow, table, row, widths, Plain);
        }
    }

    private static void Row(PageFlow flow, RulebookTable table, IReadOnlyList<string> cells, double[] widths, Hand hand)
    {
        var height = HeightOf(flow, cells, widths, hand);
        var left = PageFlow.Left;
        for (var column = 0; column < cells.Count; column++)
        {
            var down = flow.Down + Pad;
            foreach (var line in flow.Broken(cells[column], hand, widths[column]))
            {
                flow.Put(line, hand, column < table.TextColumns ? left : left + widths[column] - flow.WidthOf(line, hand), down);
                down += hand.Step;
            }
            left += widths[column] + Gap;
        }
        flow.Space(height);
        flow.Across(flow.Down, hand == Head ? Ink.Faint : Ink.Rule, hand == Head ? 0.8 : 0.5);
    }

    private static double HeightOf(PageFlow flow, IReadOnlyList<string> cells, double[] widths, Hand hand) =>
        (2 * Pad) + (hand.Step * cells.Select((cell, column) => flow.Broken(cell, hand, widths[column]).Count).Max());

    // Figures and short texts get what they need; only columns that ask for more than their share of the rest are narrowed to it.
    private static double[] Widths(PageFlow flow, RulebookTable table)
    {
        double Widest(int column) => table.Rows.Select(row => flow.WidthOf(row[column], Plain)).Append(flow.WidthOf(table.Heads[column], Head)).Max() + 1;
        var widths = Enumerable.Range(0, table.Heads.Count).Select(Widest).ToArray();
        var free = flow.Width - (Gap * (widths.Length - 1)) - widths.Skip(table.TextColumns).Sum();
        var open = Enumerable.Range(0, table.TextColumns).OrderBy(column => widths[column]).ToList();
        while (open.Count > 0)
        {
            var column = open[0];
            var isLast = open.Count == 1;
            widths[column] = isLast ? free : Math.Min(widths[column], free / open.Count);
            free -= widths[column];
            open.RemoveAt(0);
        }
        return widths;
    }
}
