using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests;

/// <summary>A month of a few rows that holds what is difficult: corrections, credits, letters beyond ASCII, texts that look like formulas.</summary>
internal static class SmallMonth
{
    public static readonly BillingMonth May = new(2026, 5);

    public static readonly MonthClosing Closing = new(
        "5f2b8c1e9a7d4f60b3c2d1e0f9a8b7c65f2b8c1e9a7d4f60b3c2d1e0f9a8b7c6",
        new DateTimeOffset(2026, 6, 3, 14, 5, 0, TimeSpan.FromHours(2)),
        "karin.öberg");

    public static IReadOnlyList<StatementRow> Rows { get; } =
    [
        Row("200-14", "Socialförvaltningen", "200-14-003", "Hemtjänst Åsen", "12040", "Drift", "C00000001", "IT0000001", "rent", 1, 31, 285_98),
        Row("200-14", "Socialförvaltningen", "200-14-003", "Hemtjänst Åsen", "12040", "Drift", "C00000002", "IT0000002", "capital", 1, 19, 160_89),
        Row("200-14", "Socialförvaltningen", "200-14-003", "Hemtjänst Åsen", "12040", "Drift", "C00000002", "IT0000002", "support", 1, 19, 58_23),
        Row("200-14", "Socialförvaltningen", "200-14-004", "Äldreboende \"Gläntan\" & Co <1>", "012", "Kök; städ", "C00000003", null, "larm", 1, 31, 0),
        Row("200-14", "Socialförvaltningen", "200-14-004", "Äldreboende \"Gläntan\" & Co <1>", "012", "Kök; städ", "C00000004", "IT0000004", "rent", 10, 31, -186_29, new BillingMonth(2026, 3), reversal: true),
        Row("200-14", "Socialförvaltningen", "200-14-004", "Äldreboende \"Gläntan\" & Co <1>", "012", "Kök; städ", "C00000004", "IT0000004", "rent", 12, 31, 169_35, new BillingMonth(2026, 3)),
        Row("B06", "Björkvik Bostäder AB 𝄞 😀", "B06-002", "=1+1", "+4613991", "@SUM(A1:A9)", "-C00000005", "=cmd|' /C calc'!A0", "rent", 1, 31, 63_72),
        Row("B06", "Björkvik Bostäder AB 𝄞 😀", "B06-003", "rad ett\r\nrad två", "12", "\tindrag", "C00000006", "_x0041_", "rent", 1, 31, 12_345_678_90, quantity: 1250),
    ];

    public static IReadOnlyList<StatementFinding> Findings { get; } =
    [
        new(FindingCodes.Find(FindingCodes.UnpricedLine, "-C00000005", "2026-05-01"), "karin.öberg", Closing.At.AddDays(-1), May.Last, "=Gåva, ska inte kosta något"),
        new(FindingCodes.Find(FindingCodes.AssetWithoutContract, "IT0000009", "")),
    ];

    public static StatementSource Source(bool closed = true, Func<IEnumerable<StatementRow>>? rows = null, StatementTotals? stored = null)
    {
        rows ??= () => Rows;
        return new StatementSource(
            May, null, closed ? Closing : null, new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.FromHours(2)),
            stored ?? new StatementTotals(rows().Count(), Sum(rows())), "0.1.0", rows)
        {
            Findings = () => Findings,
        };
    }

    public static Money Sum(IEnumerable<StatementRow> rows) => rows.Aggregate(Money.Zero, (sum, row) => sum + row.Charge.Amount);

    /// <summary>Rows that differ in everything that sums are made by, from one seed.</summary>
    public static IReadOnlyList<StatementRow> Random(int seed, int count)
    {
        var random = new Random(seed);
        string[] components = ["rent", "capital", "support", "larm", "Hyra"];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var customer = random.Next(1, 7);
            var unit = random.Next(1, 5);
            var corrects = random.Next(10) == 0;
            return Row(
                Code("0", customer), $"Kund {customer}", Code(Code("0", customer) + "-", unit), $"Enhet {unit}", Code("", random.Next(1, 4)), "Drift",
                Code("C", i), Code("IT", i), components[random.Next(components.Length)], 1, 31, random.NextInt64(-9_000_000, 90_000_000),
                corrects ? May.Previous : null, corrects && random.Next(2) == 0);
        })];
    }

    public static StatementRow Row(
        string customer, string customerName, string unit, string unitName, string code, string codeName, string line, string? tag, string component,
        int from, int to, long ore, BillingMonth? correctionOf = null, bool reversal = false, int quantity = 1)
    {
        var month = correctionOf ?? May;
        var charge = new Charge(
            May, line, tag, unit, code, component, month.First.AddDays(from - 1), month.First.AddDays(to), quantity, Money.FromOre(ore), correctionOf, reversal);
        return new StatementRow(charge, customer, customerName, unitName, codeName, tag is null ? "" : "pc, Dell, Latitude 5440");
    }

    private static string Code(string prefix, int number) => prefix + number.ToString("000", CultureInfo.InvariantCulture);
}
