using System.Globalization;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Rentals;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

/// <summary>A year of starts, moves, swaps, price changes and returns, many of them back-dated, month after month charged and closed.</summary>
internal sealed class SimulatedYear(Engine engine, int seed) : IDisposable
{
    private static readonly string[] Units = ["111", "121", "201"];
    private readonly Random random = new(seed);
    private readonly NaiveModel model = new();
    private int started;

    public Town Town { get; } = new(engine);

    public List<string> Heads { get; } = [];

    public int Corrections { get; private set; }

    public void Run()
    {
        for (var tag = 1; tag <= 30; tag++) Town.AddAsset($"PC{tag:00}");
        var previous = default(MonthCharged);
        for (var month = new BillingMonth(2026, 1); month.Year == 2026; month = month.Next)
        {
            for (var fact = 0; fact < 12; fact++) Live(month);
            previous = Charge(month, previous);
            if (month.Month == 7) continue; // never closed: August closes across the gap, and September corrects
            Heads.Add(CloseMonth.Run(Town.Installation, month).Value.Head);
            model.Close(month.First);
        }
    }

    public void Dispose() => Town.Dispose();

    private MonthCharged Charge(BillingMonth month, MonthCharged? previous)
    {
        var charged = ChargeMonth.Run(Town.Installation, month).Value;
        var stored = Town.Rows(Statement(month));
        stored.Sort(StringComparer.Ordinal);
        Assert.Equal(model.Charge(month.First), stored);
        Corrections += stored.Count(row => row.Contains(" old ", StringComparison.Ordinal));
        Assert.Equal(charged.Count, stored.Count);
        Assert.False(ChargeMonth.Run(Town.Installation, month).Value.Recalculated);
        if (previous is null) return charged;

        Assert.Equal(charged.Total - previous.Total, Money.FromOre(charged.Changes.Sum(change => change.Amount.Ore)));
        Assert.Equal(
            Town.Rows($"""
                select o.code, sum(case when c.month = {month.Number} then c.amount else -c.amount end)
                from charges c join organisations o on o.id = c.customer_id
                where c.month in ({month.Number}, {month.Previous.Number})
                group by o.code having sum(case when c.month = {month.Number} then c.amount else -c.amount end) <> 0 order by o.code
                """),
            charged.Changes.GroupBy(change => change.Customer).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, Sum: group.Sum(change => change.Amount.Ore))).Where(group => group.Sum != 0).Select(group => $"{group.Key}|{group.Sum}"));
        return charged;
    }

    private static string Statement(BillingMonth month) => $"""
        select l.code || ' ' || case when c.corrected_month = 0 then '' else substr(cast(c.corrected_month as text), 1, 4) || '-' || substr(cast(c.corrected_month as text), 5, 2) end
          || case when c.turn = 0 then ' old ' else ' new ' end || {Day("c.from_on", false)} || ' ' || {Day("c.until_on", true)}
          || ' ' || o.code || ' ' || k.code || ' ' || a.tag || ' ' || case when c.amount < 0 then '-' else '' end
          || cast(abs(c.amount) / 100 as text) || '.' || substr(cast(100 + abs(c.amount) % 100 as text), 2, 2)
        from charges c
        join contract_lines l on l.id = c.line_id join organisations o on o.id = c.unit_id
        join cost_codes k on k.id = c.cost_code_id join assets a on a.id = c.asset_id
        where c.month = {month.Number} and c.component = 'rent'
        """;

    // The stored end is the first day not charged; within a month the day before it needs no calendar but for the first of a month.
    private static string Day(string column, bool last)
    {
        var text = $"(substr(cast({column} as text), 1, 4) || '-' || substr(cast({column} as text), 5, 2) || '-' || substr(cast({column} as text), 7, 2))";
        if (!last) return text;
        var ends = Enumerable.Range(0, 24).Select(i => new DateOnly(2026, 1, 1).AddMonths(i));
        return "case " + string.Join(' ', ends.Select(first => string.Create(CultureInfo.InvariantCulture, $"when {column} = {first:yyyyMMdd} then '{first.AddDays(-1):yyyy-MM-dd}'")))
            + $" else (substr(cast({column} - 1 as text), 1, 4) || '-' || substr(cast({column} - 1 as text), 5, 2) || '-' || substr(cast({column} - 1 as text), 7, 2)) end";
    }

    private void Live(BillingMonth month)
    {
        var lines = model.Lines.ToList();
        // Up to three months back, sometimes into the month to come.
        var day = month.First.AddDays(random.Next(-90, 40));
        var unit = Units[random.Next(Units.Length)];
        var rate = random.Next(0, 12) == 0 ? 0.01m : random.Next(1, 90_000) / 100m;
        var asset = $"PC{random.Next(1, 31):00}";
        if (lines.Count < 4 || random.Next(3) == 0)
        {
            Start(day, unit, asset, rate);
            return;
        }
        var line = lines[random.Next(lines.Count)];
        switch (random.Next(4))
        {
            case 0 when MoveLine.Run(Town.Installation, line, unit, "C" + unit, day).IsDone:
                model.Change(line, day, fact => (fact.Unit, fact.Code), fact => fact with { Unit = unit, Code = "C" + unit });
                break;
            case 1 when SwapAsset.Run(Town.Installation, line, asset, day).IsDone:
                model.Change(line, day, fact => fact.Asset, fact => fact with { Asset = asset });
                break;
            case 2 when ChangePrice.Run(Town.Installation, line, new FixedRent(Money.FromKronor(rate)), day).IsDone:
                model.Change(line, day, fact => fact.Rate, fact => fact with { Rate = rate });
                break;
            case 3 when ReturnAsset.Run(Town.Installation, line, day, reused: true).IsDone:
                model.Return(line, day);
                break;
        }
    }

    private void Start(DateOnly day, string unit, string asset, decimal rate)
    {
        var code = $"L{++started:000}";
        DateOnly? until = random.Next(4) == 0 ? day.AddDays(random.Next(1, 120)) : null;
        var request = new LineRequest(code, unit, "C" + unit, asset, "", 1, day, until, new FixedRent(Money.FromKronor(rate)));
        if (StartLine.Run(Town.Installation, request).IsDone) model.Start(code, day, until, new NaiveModel.Fact(unit, "C" + unit, asset, rate));
    }
}
