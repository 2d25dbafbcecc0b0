using System.Data.Common;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class VerifyMonthsTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void One_altered_ore_is_named_with_both_amounts_and_breaks_the_head(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        town.Without("charges", "update charges set amount = amount + 1 where month = 202603 and line_id = 2");

        var verified = VerifyMonths.Run(town.Installation);

        Assert.False(verified.Holds);
        var march = verified.Months[0].Faults;
        Assert.Equal([MonthFaults.ChargeDiffers, MonthFaults.TotalsDiffer, MonthFaults.HeadDiffers], march.Select(fault => fault.Code));
        Assert.StartsWith("2026-03:L2:rent:01 50.01 (", march[0].Detail, StringComparison.Ordinal);
        Assert.Contains(" 50.00 (", march[0].Detail, StringComparison.Ordinal);
        Assert.Equal(MonthFaults.RestsOnFaulty, Assert.Single(verified.Months[1].Faults).Code);
    }

    [Theory]
    [OnBoth]
    public void A_charge_taken_out_or_put_in_is_named(Engine engine)
    {
        using var missing = WithTwoClosedMonths(engine);
        missing.Without("charges", "delete from charges where month = 202603 and line_id = 1");
        using var unexpected = WithTwoClosedMonths(engine);
        unexpected.Without("charges", "insert into charges (month, line_id, corrected_month, turn, component, from_on, until_on, unit_id, customer_id, quantity, amount) values (202604, 2, 0, 1, 'zeal', 20260401, 20260402, 5, 2, 1, 1)");

        Assert.Equal((MonthFaults.ChargeMissing, "2026-03:L1:rent:01"), First(VerifyMonths.Run(missing.Installation).Months[0]));
        Assert.Equal((MonthFaults.ChargeUnexpected, "2026-04:L2:zeal:01"), First(VerifyMonths.Run(unexpected.Installation).Months[1]));
    }

    [Theory]
    [OnBoth]
    public void A_stored_input_that_was_changed_shows_even_where_the_amounts_stay(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        town.Without("line_versions", "update line_versions set body = replace(body, '2026-01-01', '2025-01-01') where line_id = 1");
        using var garbled = WithTwoClosedMonths(engine);
        garbled.Without("line_versions", "update line_versions set body = 'line' where line_id = 1");

        Assert.Equal(MonthFaults.HeadDiffers, Assert.Single(VerifyMonths.Run(town.Installation).Months[0].Faults).Code);
        Assert.Equal(MonthFaults.InputUnreadable, Assert.Single(VerifyMonths.Run(garbled.Installation).Months[0].Faults).Code);
    }

    [Theory]
    [OnBoth]
    public void A_month_taken_out_of_the_chain_shows_in_the_next(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        town.Without("closed_months", "delete from closed_months where month = 202603");

        var april = Assert.Single(VerifyMonths.Run(town.Installation).Months);

        Assert.Contains(april.Faults, fault => fault.Code == MonthFaults.ChainBroken);
    }

    [Theory]
    [OnBoth]
    public void A_head_kept_elsewhere_is_matched_with_its_month_and_a_strange_one_fails(Engine engine)
    {
        using var town = WithTwoClosedMonths(engine);
        var head = town.Rows("select head from closed_months where month = 202603")[0];

        var known = VerifyMonths.Run(town.Installation, $" {head.ToUpperInvariant()} ");
        var strange = VerifyMonths.Run(town.Installation, new string('0', 64));

        Assert.True(known.Holds);
        Assert.Equal(March, known.HeadOf);
        Assert.False(strange.Holds);
        Assert.All(strange.Months, month => Assert.Empty(month.Faults));
    }

    public static TheoryData<Engine, string> Tampering()
    {
        var data = new TheoryData<Engine, string>();
        foreach (var engine in (Engine[])[Engine.Sqlite, Engine.Postgres])
        {
            data.Add(engine, "update charges set amount = 1 where month = 202603");
            data.Add(engine, "update charges set month = 202605 where month = 202603");
            data.Add(engine, "delete from charges where month = 202603");
            data.Add(engine, "insert into charges (month, line_id, corrected_month, turn, component, from_on, until_on, unit_id, customer_id, quantity, amount) values (202603, 9, 0, 1, 'rent', 20260301, 20260401, 5, 2, 1, 1)");
            data.Add(engine, "update closed_months set head = previous_head");
            data.Add(engine, "delete from closed_months where month = 202604");
            data.Add(engine, "insert into closed_months select 202602, 202601, head, head, watermark, settled_watermark, rules_version, closed_at, closed_by, null, 0, 0 from closed_months where month = 202603");
            data.Add(engine, "update line_versions set body = body");
            data.Add(engine, "delete from line_versions");
            data.Add(engine, "insert into line_versions select line_id, version + 1, change_set_id, body from line_versions");
            data.Add(engine, "update history set effective_on = 20200101");
            data.Add(engine, "delete from history");
            data.Add(engine, "update change_sets set actor = 'nobody'");
            data.Add(engine, "delete from change_sets");
        }
        data.Add(Engine.Sqlite, "insert or replace into charges select * from charges where month = 202603");
        data.Add(Engine.Sqlite, "replace into closed_months select * from closed_months where month = 202604");
        data.Add(Engine.Sqlite, "replace into line_versions select * from line_versions");
        foreach (var table in (string[])["charges", "closed_months", "line_versions", "history", "change_sets"])
            data.Add(Engine.Postgres, $"truncate {table} cascade");
        return data;
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public void The_database_itself_refuses_to_change_what_is_closed(Engine engine, string sql)
    {
        using var town = WithTwoClosedMonths(engine);

        var refused = Assert.ThrowsAny<DbException>(() => town.Execute(sql));

        Assert.True(refused.Message.Contains("closed", StringComparison.Ordinal) || refused.Message.Contains("append-only", StringComparison.Ordinal), refused.Message);
        Assert.True(VerifyMonths.Run(town.Installation).Holds);
    }

    private static (string Code, string Charge) First(VerifiedMonth month) => (month.Faults[0].Code, month.Faults[0].Detail.Split(' ')[0]);

    private static Town WithTwoClosedMonths(Engine engine)
    {
        var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        town.AddLine("L2", "PC2", "201", new DateOnly(2026, 1, 1), null, 50m);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 20), 100m);
        Assert.True(CloseMonth.Run(town.Installation, March.Next).IsDone);
        return town;
    }
}
