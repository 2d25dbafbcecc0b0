using System.Globalization;
using Assets.Core.Ledger;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;
using MonthHead = Assets.Operations.Ledger.MonthHead;

namespace Assets.Operations.Tests.Chargeback;

/// <summary>Whatever column of what is closed is altered by hand, behind the guards' back: verify says so.</summary>
public sealed class AlteredColumnTests
{
    private const string Ordinary = "month = 202603 and line_id = 2";
    private const string Turned = "month = 202604 and line_id = 1 and turn = 0";
    private const string Replaced = "month = 202604 and line_id = 1 and corrected_month = 202603 and turn = 1";
    private const string March = "month = 202603";
    private const string April = "month = 202604";
    private const string First = "line_id = 1 and version = 1";

    // Came and went between two closings: no month was ever rated from it.
    private const string Superseded = "line_id = 1 and version = 2";

    private static readonly (string Table, string Column, string Value, string Where)[] Cases =
    [
        ("charges", "month", "202602", Ordinary),
        ("charges", "line_id", "99", Ordinary),
        ("charges", "corrected_month", "202602", Ordinary),
        ("charges", "turn", "0", Ordinary),
        ("charges", "turn", "2", Ordinary),
        ("charges", "turn", "2", Replaced),
        ("charges", "component", "'rend'", Ordinary),
        ("charges", "from_on", "20260302", Ordinary),
        ("charges", "until_on", "20260331", Ordinary),
        ("charges", "asset_id", "1", Ordinary),
        ("charges", "asset_id", "null", Ordinary),
        ("charges", "unit_id", "5", Ordinary),
        ("charges", "cost_code_id", "1", Ordinary),
        ("charges", "cost_code_id", "null", Ordinary),
        ("charges", "customer_id", "1", Ordinary),
        ("charges", "customer_id", "999", Ordinary),
        ("charges", "customer_id", "4", Turned),
        ("charges", "customer_id", "4", Replaced),
        ("charges", "quantity", "2", Ordinary),
        ("charges", "amount", "amount - 1", Ordinary),
        ("closed_months", "month", "202605", April),
        ("closed_months", "previous_month", "202602", April),
        ("closed_months", "previous_month", "202602", March),
        ("closed_months", "previous_head", "head", April),
        ("closed_months", "head", "previous_head", April),
        ("closed_months", "watermark", "watermark + 1", April),
        ("closed_months", "watermark", "watermark + 1", March),
        ("closed_months", "settled_watermark", "settled_watermark + 1", April),
        ("closed_months", "settled_watermark", "0", March),
        ("closed_months", "rules_version", "2", April),
        ("closed_months", "closed_at", "closed_at + 1", April),
        ("closed_months", "closed_by", "'nobody'", April),
        ("closed_months", "accept_reason", "'decided'", March),
        ("closed_months", "accept_reason", "''", March),
        ("closed_months", "accept_reason", "null", April),
        ("closed_months", "charge_count", "charge_count + 1", April),
        ("closed_months", "total", "total + 1", April),
        ("line_versions", "line_id", "2", Superseded),
        ("line_versions", "version", "0", First),
        ("line_versions", "change_set_id", "change_set_id + 1", First),
        ("line_versions", "change_set_id", "change_set_id - 1", Superseded),
        ("line_versions", "body", "replace(body, '2026-01-01', '2025-01-01')", First),
        ("line_versions", "body", "replace(body, '2026-01-01', '2025-01-01')", Superseded),
        ("line_versions", "body", "replace(body, 'L1', 'L0')", Superseded),
    ];

    public static TheoryData<Engine, string, string, string, string> Alterations()
    {
        var data = new TheoryData<Engine, string, string, string, string>();
        foreach (var engine in (Engine[])[Engine.Sqlite, Engine.Postgres])
        {
            foreach (var (table, column, value, where) in Cases) data.Add(engine, table, column, value, where);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public void An_altered_column_is_found(Engine engine, string table, string column, string value, string where)
    {
        using var town = WithTwoClosedMonths(engine);
        Assert.True(VerifyMonths.Run(town.Installation).Holds);
        Assert.Equal(["1"], town.Rows($"select count(*) from {table} where {where} and {column} is distinct from {value}"));

        town.Without(table, $"update {table} set {column} = {value} where {where}");

        Assert.False(VerifyMonths.Run(town.Installation).Holds);
    }

    [Fact]
    public void Each_column_of_what_is_closed_has_a_case()
    {
        using var town = new Town(Engine.Sqlite);
        var columns = town.Rows("select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.name in ('charges', 'closed_months', 'line_versions')");

        Assert.Equal(columns.Order(StringComparer.Ordinal), Cases.Select(c => $"{c.Table}.{c.Column}").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [OnBoth]
    public void A_row_that_goes_to_another_customer_than_the_others_of_its_unit_is_named(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        town.Without("charges", "update charges set customer_id = 4 where month = 202603 and line_id = 3");

        Assert.Equal((MonthFaults.ChargeDiffers, "2026-03:L3:rent:01 customer #4 #2"), (FaultsOf(town, 0)[0].Code, FaultsOf(town, 0)[0].Detail));
    }

    [Theory]
    [OnBoth]
    public void Months_closed_by_the_first_release_still_hold_and_newer_ones_follow_them(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        InFirstForm(town, 202603, 202604);
        Assert.True(CloseMonth.Run(town.Installation, new BillingMonth(2026, 5), "accepted").IsDone);
        Assert.True(VerifyMonths.Run(town.Installation).Holds);

        town.Without("closed_months", "update closed_months set closed_by = 'nobody' where month = 202605");
        Assert.Equal(MonthFaults.MonthDiffers, Assert.Single(FaultsOf(town, 2)).Code);
    }

    [Theory]
    [OnBoth]
    public void A_month_in_the_older_form_after_one_in_the_newer_is_refused(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        InFirstForm(town, 202604);

        Assert.Equal([MonthFaults.HeadDiffers], FaultsOf(town, 1).Select(fault => fault.Code));
    }

    private static IReadOnlyList<MonthFault> FaultsOf(Town town, int month) => VerifyMonths.Run(town.Installation).Months[month].Faults;

    // As the first release would have closed them.
    private static void InFirstForm(Town town, params int[] months)
    {
        foreach (var month in months)
        {
            string head;
            using (var connection = town.Database.Open())
            {
                head = MonthHead.Of(connection, ClosedMonth.All(connection).Single(closed => closed.Month.Number == month), MonthDigest.FirstForm);
            }
            town.Without("closed_months", string.Create(CultureInfo.InvariantCulture, $"update closed_months set head = '{head}' where month = {month}"));
            town.Without("closed_months", string.Create(CultureInfo.InvariantCulture, $"update closed_months set previous_head = '{head}' where previous_month = {month}"));
        }
    }

    // L1 and L3 in one unit, L2 alone in another; L1 changes twice between the closings, the second closing accepts a stop.
    private static Town WithTwoClosedMonths(Engine engine)
    {
        var town = new Town(engine);
        var start = new DateOnly(2026, 1, 1);
        town.AddLine("L1", "PC1", "111", start, null, 100m);
        town.AddLine("L2", "PC2", "201", start, null, 50m);
        town.AddLine("L3", "PC3", "111", start, null, 70m);
        Assert.True(CloseMonth.Run(town.Installation, new BillingMonth(2026, 3)).IsDone);
        town.Touch();
        town.AddLine("L1", "PC1", "111", start, new DateOnly(2026, 3, 10), 100m);
        town.AddLine("L1", "PC1", "111", start, new DateOnly(2026, 3, 20), 100m);
        town.AddLine("L4", "PC4", "121", start, null, 0m);
        Assert.True(CloseMonth.Run(town.Installation, new BillingMonth(2026, 4), "lent for a trial").IsDone);
        return town;
    }
}
