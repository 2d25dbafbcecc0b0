namespace Assets.Export.Workbooks;

/// <summary>The columns of what deserves a look beside the sums of a cost card.</summary>
internal static class CostsToLookAtColumns
{
    public static IReadOnlyList<Column<CostEnd>> Ends(CostWords words) =>
    [
        Column<CostEnd>.Key(words.Line, 16, r => r.Line),
        Column<CostEnd>.Key(words.AssetTag, 18, r => r.AssetTag),
        Column<CostEnd>.Text(words.Service, 30, r => r.Service),
        Column<CostEnd>.Text(words.WhatEnds, 44, r => r.IsTerm ? words.TermEnds : words.LineEnds),
        Column<CostEnd>.Date(words.LastDay, 14, r => r.LastDay),
    ];

    public static IReadOnlyList<Column<CostSilence>> Silent(CostWords words, TimeSpan offset) =>
    [
        Column<CostSilence>.Key(words.Line, 16, r => r.Line),
        Column<CostSilence>.Key(words.AssetTag, 18, r => r.AssetTag),
        Column<CostSilence>.Text(words.What, 22, r => r.What),
        Column<CostSilence>.Text(words.Unit, 32, r => r.Unit),
        Column<CostSilence>.Key(words.LastSeen, 28, r => r.LastSeen is { } at ? SheetRows.Instant(at.ToOffset(offset)) : words.Never),
        Column<CostSilence>.Money(words.MonthlyRent, 14, r => r.MonthlyRent),
    ];

    public static IReadOnlyList<Column<CostCorrection>> Corrected(CostWords words, TimeSpan offset) =>
    [
        Column<CostCorrection>.Key(words.Line, 16, r => r.Line),
        Column<CostCorrection>.Month(words.FirstMonth, 16, r => r.First),
        Column<CostCorrection>.Month(words.LastMonth, 16, r => r.Last),
        Column<CostCorrection>.Text(words.Why, 50, r => r.Reason ?? words.NoReason),
        Column<CostCorrection>.Text(words.ChangedBy, 18, r => r.By),
        Column<CostCorrection>.Key(words.ChangedAt, 28, r => SheetRows.Instant(r.At.ToOffset(offset))),
        Column<CostCorrection>.Money(words.Amount, 14, r => r.Amount),
    ];
}
