using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Inventory;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class ChargeMonthTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void A_month_is_charged_by_day_and_to_the_customer_that_pays(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 3, 10), null, 262.50m);
        town.AddLine("L2", "PC2", "201", new DateOnly(2025, 1, 1), new DateOnly(2026, 3, 10), 262.50m);

        var march = ChargeMonth.Run(town.Installation, March).Value;

        Assert.Equal(2, march.Count);
        Assert.Equal("262.50", march.Total.ToString());
        Assert.Equal(
            ["L1|rent|20260310|20260401|110|186.29", "L2|rent|20260301|20260310|200|76.21"],
            town.Rows("select l.code, c.component, c.from_on, c.until_on, o.code, cast(c.amount / 100 as text) || '.' || cast(c.amount % 100 as text) from charges c join contract_lines l on l.id = c.line_id join organisations o on o.id = c.customer_id order by l.code"));
    }

    [Theory]
    [OnBoth]
    public void A_second_run_with_nothing_changed_posts_nothing(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        var first = ChargeMonth.Run(town.Installation, March).Value;
        var stored = town.Rows("select * from month_runs");

        var second = ChargeMonth.Run(town.As("another"), March).Value;

        Assert.True(first.Recalculated);
        Assert.False(second.Recalculated);
        Assert.Equal(first.Total, second.Total);
        Assert.Equal(stored, town.Rows("select * from month_runs"));
        Assert.Equal(["1"], town.Rows("select count(*) from charges"));
    }

    [Theory]
    [OnBoth]
    public void Another_host_entity_in_the_settings_gives_other_customers_though_no_fact_has_changed(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        ChargeMonth.Run(town.Installation, March);

        var again = ChargeMonth.Run(town.Installation with { HostOrganisation = "200" }, March).Value;

        Assert.True(again.Recalculated);
        Assert.Equal(["100"], town.Rows("select o.code from charges c join organisations o on o.id = c.customer_id"));
    }

    [Theory]
    [OnBoth]
    public void A_back_dated_return_becomes_a_correction_pair_in_the_first_month_after_the_last_closed_one(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 262.50m);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 20), 262.50m);

        var april = ChargeMonth.Run(town.Installation, March.Next).Value;

        Assert.Equal("-101.61", april.Total.ToString());
        Assert.Equal(["202603|0|-26250|20260401", "202603|1|16089|20260320"], town.Rows("select corrected_month, turn, amount, until_on from charges where month = 202604 order by turn"));
        Assert.Contains(april.Findings, found => found.Code == "changed_line" && found.First[0].Record == "L1");
        Assert.True(CloseMonth.Run(town.Installation, March.Next).IsDone);
        Assert.Equal(0, ChargeMonth.Run(town.Installation, March.Next.Next).Value.Count);
    }

    [Theory]
    [OnBoth]
    public void An_asset_in_use_without_a_contract_is_noted_and_one_that_is_gone_too(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        town.AddAsset("PC2");
        town.SetState("PC1", AssetState.Lost);

        var march = ChargeMonth.Run(town.Installation, March).Value;

        Assert.Equal(
            ["asset_without_contract PC2 ", "contract_on_retired_asset L1 PC1 lost"],
            march.Findings.Select(found => $"{found.Code} {found.First[0].Record} {found.First[0].Detail}"));
        Assert.False(march.HasOpenStops);
    }

    /// <summary>What happens, by day: a return, or a state that the asset takes on; then what March says of the line.</summary>
    public static TheoryData<Engine, string, string> Goings()
    {
        var data = new TheoryData<Engine, string, string>();
        foreach (var engine in (Engine[])[Engine.Sqlite, Engine.Postgres])
        {
            data.Add(engine, "03-20 returned, 03-20 retired", "");
            data.Add(engine, "03-20 returned, 03-19 retired", "retired");
            data.Add(engine, "03-20 returned, 03-31 retired", "");
            data.Add(engine, "04-01 retired", "");
            data.Add(engine, "03-31 retired", "retired");
            data.Add(engine, "02-10 retired, 02-20 disposed", "disposed");
            data.Add(engine, "03-05 lost, 03-09 in_stock", "lost"); // found again: it was charged for meanwhile
            data.Add(engine, "02-05 lost, 03-01 in_stock", "in_stock");
            data.Add(engine, "03-05 lost, 03-05 in_stock", "in_stock"); // a mistake, but now it is on the shelf
            data.Add(engine, "03-09 in_stock", "in_stock");
            data.Add(engine, "01-09 in_stock", "in_stock");
            data.Add(engine, "03-09 in_stock, 03-12 in_use", "in_stock");
            data.Add(engine, "02-09 in_stock, 03-12 in_use", "in_stock");
            data.Add(engine, "02-09 in_stock, 02-12 in_use", "");
            data.Add(engine, "03-20 returned, 03-20 in_stock", "");
            data.Add(engine, "04-02 in_stock", "");
            data.Add(engine, "04-05 lost, 04-09 disposed", "");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Goings))]
    public void An_asset_counts_as_gone_or_in_stock_on_the_days_on_which_it_was(Engine engine, string happenings, string noted)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        foreach (var happening in happenings.Split(", "))
        {
            var day = DateOnly.Parse($"2026-{happening[..5]}", System.Globalization.CultureInfo.InvariantCulture);
            if (happening[6..] == "disposed") Assert.True(WipeAsset.Run(town.Installation, "PC1", "overwritten", "tove", day).IsDone);
            if (happening[6..] == "returned") town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), day, 100m);
            else Assert.True(AssetStates.Vocabulary.TryParse(happening[6..], out var state) && town.Becomes("PC1", state, day));
        }

        var march = ChargeMonth.Run(town.Installation, March).Value;

        Assert.Equal(
            noted.Length == 0 ? [] : [$"L1 PC1 {noted}"],
            march.Findings.Where(found => found.Code == "contract_on_retired_asset").SelectMany(found => found.First).Select(finding => $"{finding.Record} {finding.Detail}"));
    }
}
