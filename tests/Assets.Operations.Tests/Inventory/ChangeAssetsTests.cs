using Assets.Core.Inventory;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Inventory;

public sealed class ChangeAssetsTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    [Theory]
    [OnBoth]
    public void A_computer_gets_a_user_and_a_dock_in_one_act_that_the_history_keeps(Engine engine)
    {
        using var at = Register(engine);

        var changed = ChangeAssets.Run(
            at.Installation,
            [new AssetChange("pc1", AssetState.InUse, Room: "B12", UserUnitCode: "u1", UserAccount: "anna.berg"), new AssetChange("D1", ParentTag: "PC1")], Day, "Ny medarbetare").Value;

        Assert.Equal(new AssetsChanged(2, 0), changed);
        Assert.Equal(["PC1\nS1\nANNA.BERG"], at.Column("select search from assets where tag = 'PC1'"));
        Assert.Equal(
            ["{\"state\":\"in_use\",\"room\":\"B12\",\"user_unit\":\"U1\",\"user_account\":\"anna.berg\"}", "{\"parent_tag\":\"PC1\"}"],
            at.Column("select after from history where after is not null order by id"));
        Assert.Equal(["{\"state\":\"in_stock\",\"room\":null,\"user_unit\":null,\"user_account\":null}"], at.Column("select before from history where before is not null order by id limit 1"));
        Assert.Equal(["20261001", "20261001"], at.Column("select effective_on from history where after is not null"));
        Assert.Equal(["Ny medarbetare"], at.Column("select reason from change_sets where verb = 'change-assets'"));
    }

    [Theory]
    [OnBoth]
    public void An_empty_text_empties_a_field_and_what_is_so_already_is_no_change(Engine engine)
    {
        using var at = Register(engine);
        ChangeAssets.Run(at.Installation, [new AssetChange("PC1", Room: "B12", UserUnitCode: "U1"), new AssetChange("D1", ParentTag: "PC1")], Day);
        var acts = at.Column("select count(*) from change_sets");

        Assert.Equal(new AssetsChanged(0, 1), ChangeAssets.Run(at.Installation, [new AssetChange("PC1", Room: "B12")], Day).Value);
        Assert.Equal(acts, at.Column("select count(*) from change_sets"));
        ChangeAssets.Run(at.Installation, [new AssetChange("PC1", Room: "", UserUnitCode: ""), new AssetChange("D1", ParentTag: "")], Day);

        Assert.Equal(["0"], at.Column("select count(*) from assets where room is not null or user_unit_id is not null or parent_id is not null"));
    }

    public static TheoryData<AssetChange, string, string> Refused => new()
    {
        { new AssetChange("X9", Room: "1"), AssetRefusals.UnknownAsset, "X9" },
        { new AssetChange("PC1", SiteCode: "L9"), AssetRefusals.UnknownSite, "PC1 L9" },
        { new AssetChange("PC1", UserUnitCode: "U9"), AssetRefusals.UnknownUnit, "PC1 U9" },
        { new AssetChange("PC1", AssetState.Disposed), AssetRefusals.NoSuchStep, "PC1 in_stock disposed" },
        { new AssetChange("PC1", AssetState.Lost), AssetRefusals.ReasonMissing, "PC1" },
        { new AssetChange("PC1", ParentTag: "D1"), AssetRefusals.NotAttachable, "PC1" },
        { new AssetChange("D1", ParentTag: "D1"), AssetRefusals.NotAComputer, "D1 D1" },
        { new AssetChange("D1", ParentTag: "X9"), AssetRefusals.NotAComputer, "D1 X9" },
        { new AssetChange("pc2", Room: "9"), AssetRefusals.AssetTwice, "PC2" },
        { new AssetChange("pc1", UserAccount: "811228-9874"), AssetRefusals.PersonalNumberGiven, "PC1" },
        { new AssetChange("PC1", Note: "Lånas av 19811228 9874"), AssetRefusals.PersonalNumberGiven, "PC1" },
    };

    [Theory]
    [OnBoth(Of = nameof(Refused))]
    public void One_asset_that_refuses_keeps_the_whole_act_from_being_done(Engine engine, AssetChange change, string code, string detail)
    {
        using var at = Register(engine);

        var outcome = ChangeAssets.Run(at.Installation, [new AssetChange("PC2", Room: "B1"), change], Day);

        Assert.Equal((code, detail), (outcome.Refusal!.Code, outcome.Refusal.Detail));
        Assert.Equal(["0"], at.Column("select count(*) from assets where room is not null"));
    }

    [Theory]
    [OnBoth]
    public void A_personal_number_that_stands_already_is_not_held_against_another_change_and_can_be_taken_away(Engine engine)
    {
        using var at = Register(engine);
        using (var connection = at.Database.Open()) connection.Execute("update assets set note = '811228-9874' where tag = 'PC1'");

        Assert.True(ChangeAssets.Run(at.Installation, [new AssetChange("PC1", Room: "B1", Note: "811228-9874")], Day).IsDone);
        Assert.True(ChangeAssets.Run(at.Installation, [new AssetChange("PC1", Note: "")], Day).IsDone);

        Assert.Equal(AssetRefusals.PersonalNumberGiven, Assert.Single(PreviewChanges.Run(at.Installation, [new AssetChange("PC1", Note: "811228-9874")], null)).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void What_somebody_will_ask_about_is_done_with_a_reason(Engine engine)
    {
        using var at = Register(engine);

        Assert.True(ChangeAssets.Run(at.Installation, [new AssetChange("PC1", AssetState.Lost)], Day, "Stulen").IsDone);

        Assert.Equal(["6"], at.Column("select state from assets where tag = 'PC1'"));
    }

    [Theory]
    [OnBoth]
    public void A_load_for_the_scrap_dealer_goes_with_one_certificate_and_one_word_that_the_computers_are_wiped(Engine engine)
    {
        using var at = Register(engine);
        ChangeAssets.Run(at.Installation, [new AssetChange("PC1", AssetState.Retired), new AssetChange("PC2", AssetState.Retired), new AssetChange("D1", AssetState.Retired)], Day, "Utslitna");
        WipeAsset.Run(at.Installation, "PC2", "Överskrivning", "Bo", Day);
        AssetsChanged? Dispose(string? certificate, WipeWord? wiped) => ChangeAssets.Run(
            at.Installation, [.. new[] { "PC1", "PC2", "D1" }.Select(tag => new AssetChange(tag, AssetState.Disposed) { Certificate = certificate, Wiped = wiped })], Day, "Skrot").TryGet(out var done, out _) ? done : null;

        Assert.Null(Dispose("INT-1", null));
        Assert.Null(Dispose("INT-1", new WipeWord("Överskrivning", " ")));
        Assert.Null(Dispose(null, new WipeWord("Överskrivning", "Tove")));
        Assert.Equal(3, Dispose("INT-1", new WipeWord("Överskrivning", " Tove "))!.Changed);

        Assert.Equal(["INT-1", "INT-1", "INT-1"], at.Column("select certificate from assets where state = 5"));
        Assert.Equal(["PC1 Tove", "PC2 Bo"], at.Column("select a.tag || ' ' || w.wiped_by from wipes w join assets a on a.id = w.asset_id order by a.tag")); // what is wiped already keeps its own word, and a dock has none
    }

    private static TestInstallation Register(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "PC1,S1,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\nPC2,S2,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\nD1,S3,DOCK,2026-01-01,900.00,S1,,L1,,in_stock,\n");
        return at;
    }
}
