using Assets.Core.Values;
using Column = Assets.Export.Workbooks.Column<Assets.Core.Chargeback.StatementFinding>;

namespace Assets.Export.Workbooks;

/// <summary>The columns of the findings: what was found, and who lives with it why.</summary>
internal static class FindingColumns
{
    public static IReadOnlyList<Column> Of(Language language)
    {
        var words = Words.Of(language);
        return
        [
            Column.Text(words.Finding, 34, f => words.FindingName(f.Finding.Code)),
            Column.Text(words.StopsClosing, 18, f => f.Finding.Severity == Severity.Stop ? words.Closed : null),
            Column.Key(words.FindingAbout, 18, f => f.Finding.Record),
            Column.Key(words.FindingDetail, 24, f => words.DetailOf(f.Finding, language)),
            Column.Text(words.FindingState, 14, f => f.AcceptedBy is null ? words.FindingOpen : words.FindingAccepted),
            Column.Text(words.AcceptedBy, 18, f => f.AcceptedBy),
            Column.Key(words.AcceptedAt, 28, f => f.AcceptedAt is { } at ? SheetRows.Instant(at) : null),
            Column.Date(words.AcceptedThrough, 22, f => f.AcceptedThrough),
            Column.Text(words.AcceptReason, 60, f => f.Reason),
        ];
    }
}
