using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Inventory;

/// <summary>PC1 is rented out on L1 since the year began, PC2 on L2 until 1 October, PC3 on L3 from Christmas; seen on 22 November.</summary>
public sealed class RentedOutTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<Engine, AssetState> Ends
    {
        get
        {
            var data = new TheoryData<Engine, AssetState>();
            foreach (var engine in (Engine[])[Engine.Sqlite, Engine.Postgres])
            {
                foreach (var state in (AssetState[])[AssetState.InStock, AssetState.Retired, AssetState.Lost]) data.Add(engine, state);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void What_is_rented_out_leaves_use_only_by_its_contract_line(Engine engine, AssetState state)
    {
        using var at = Rented(engine);

        var refusal = ChangeAssets.Run(at.Installation, [new AssetChange("D1", Room: "B1"), new AssetChange("pc1", state)], Today, "Så är det").Refusal;

        Assert.Equal((AssetRefusals.RentedOut, "PC1 L1"), (refusal!.Code, refusal.Detail));
        Assert.Equal((false, AssetRefusals.RentedOut), PreviewChanges.Run(at.Installation, [new AssetChange("PC1", state)], "Så är det").Select(preview => (preview.Changes, preview.Refusal!.Code)).Single());
        Assert.Equal(["2"], at.Column("select state from assets where tag = 'PC1'"));
        Assert.Equal(["0"], at.Column("select count(*) from assets where room is not null"));
    }

    [Theory]
    [OnBoth]
    public void What_leaves_the_rent_as_it_is_is_done(Engine engine)
    {
        using var at = Rented(engine);

        Assert.True(ChangeAssets.Run(at.Installation, [new AssetChange("PC1", AssetState.InRepair, Room: "B1")], Today).IsDone);
        Assert.True(ChangeAssets.Run(at.Installation, [new AssetChange("PC1", AssetState.InUse)], Today).IsDone);
        Assert.True(ChangeAssets.Run(at.Installation, [new AssetChange("PC1", AssetState.InUse, UserAccount: "anna.berg")], Today).IsDone);
    }

    [Theory]
    [OnBoth("PC2", "2026-10-01", null)] // the day of return itself
    [OnBoth("PC2", "2026-11-22", null)]
    [OnBoth("PC2", "2026-09-30", "PC2 L2")] // which is charged
    [OnBoth("PC3", "2026-11-22", null)] // not handed out yet
    [OnBoth("PC1", "2025-12-31", "PC1 L1")] // and so from then on
    public void A_line_is_a_hindrance_on_the_days_on_which_it_charges(Engine engine, string tag, string day, string? named)
    {
        using var at = Rented(engine);

        var outcome = ChangeAssets.Run(at.Installation, [new AssetChange(tag, AssetState.InStock)], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(named, outcome.Refusal?.Detail);
    }

    [Theory]
    [OnBoth]
    public void An_audit_loses_nothing_that_is_rented_out_before_the_line_has_charged_for_it(Engine engine)
    {
        using var at = Rented(engine);
        var audit = StartAudit.Run(at.Installation, "L1", null).Value.Id;
        var lost = new AuditDecision(long.Parse(at.Column("select id from assets where tag = 'PC1'")[0], System.Globalization.CultureInfo.InvariantCulture), AuditSettlement.Lost, "Inte här");

        var refusal = SettleAudit.Run(at.Installation, audit, [lost]).Refusal;
        Assert.Equal((AssetRefusals.RentedOut, "PC1 L1"), (refusal!.Code, refusal.Detail));

        Assert.True(LoseAsset.Run(at.Installation, "L1", Today, Money.FromKronor(500m), Money.FromKronor(1000m), "Inte här").IsDone);
        Assert.True(SettleAudit.Run(at.Installation, audit, []).IsDone);
        Assert.Equal(["6"], at.Column("select state from assets where tag = 'PC1'"));
    }

    [Theory]
    [OnBoth]
    public void An_import_states_facts_and_is_not_asked(Engine engine)
    {
        using var at = Rented(engine);

        var outcome = at.Import("assets", Fleet.AssetHeader + "PC1,S1,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\n");

        Assert.Equal(0, outcome.Rejected);
        Assert.Equal(["1"], at.Column("select state from assets where tag = 'PC1'"));
    }

    private static TestInstallation Rented(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + string.Concat(
            from asset in (string[])["PC1,S1,PC", "PC2,S2,PC", "PC3,S3,PC", "D1,S4,DOCK"] select $"{asset},2025-06-01,9000.00,S1,,L1,,in_use,\n"));
        at.Import("contracts", Fleet.ContractHeader + "L1,PC1,U1,K1,2026-01-01,,200.00\nL2,PC2,U1,K1,2026-01-01,2026-09-30,200.00\nL3,PC3,U1,K1,2026-12-24,,200.00\n");
        return at;
    }
}
