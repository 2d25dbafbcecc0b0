using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Inventory;

public sealed class RegisterRecordTests
{
    private static readonly Dictionary<string, string?> Laptop = new()
    {
        ["model_code"] = "L14", ["kind"] = "pc", ["vendor"] = "Lenovo", ["model"] = "ThinkPad L14", ["list_price"] = "9 500,50", ["life_months"] = "48", ["end_of_life"] = "",
    };

    private static readonly Dictionary<string, string?> School = new()
    {
        ["org_code"] = "U1-9", ["name"] = "Åsskolan", ["kind"] = "unit", ["parent_code"] = "U1", ["org_number"] = "", ["valid_to"] = "",
    };

    [Theory]
    [OnBoth]
    public void A_model_is_added_once_and_changed_with_before_and_after_in_its_history(Engine engine)
    {
        using var at = Furnished(engine);

        var added = AddRecord.Run(at.Installation, RegisterKind.Model, Laptop).Value;
        var again = AddRecord.Run(at.Installation, RegisterKind.Model, Laptop).Value;
        var changed = ChangeRecord.Run(at.Installation, RegisterKind.Model, added.Id, With(Laptop, ("list_price", "8900"), ("end_of_life", "2027-06-30")), reason: " Ny prislista ").Value;

        Assert.Equal((added with { Changed = false }, true), (again, changed.Changed));
        Assert.Equal(["add-model", "change-model"], at.Column("select verb from change_sets where verb like '%-model' order by id"));
        Assert.Equal(["Ny prislista"], at.Column("select reason from change_sets where verb = 'change-model'"));
        Assert.Equal(["{\"list_price\":\"9500.50\",\"end_of_life\":null}"], at.Column("select before from history where subject = 6 and before is not null"));
        Assert.Equal(["{\"list_price\":\"8900.00\",\"end_of_life\":\"2027-06-30\"}"], at.Column("select after from history where subject = 6 and after is not null"));
        Assert.Equal(["890000 20270630"], at.Column("select cast(list_price as text) || ' ' || cast(end_of_life as text) from models where code = 'L14'"));
    }

    [Theory]
    [OnBoth]
    public void What_somebody_else_changed_meanwhile_is_not_overwritten_but_the_same_wish_is_done(Engine engine)
    {
        using var at = Furnished(engine);
        var added = AddRecord.Run(at.Installation, RegisterKind.Model, Laptop).Value;
        var seen = long.Parse(at.Column("select change_set_id from models where code = 'L14'")[0], System.Globalization.CultureInfo.InvariantCulture);
        var mine = With(Laptop, ("life_months", "60"));

        Assert.True(ChangeRecord.Run(at.Installation, RegisterKind.Model, added.Id, mine, seen).Value.Changed);
        Assert.False(ChangeRecord.Run(at.Installation, RegisterKind.Model, added.Id, mine, seen).Value.Changed); // a double click
        var late = ChangeRecord.Run(at.Installation, RegisterKind.Model, added.Id, With(Laptop, ("life_months", "36")), seen);

        Assert.Equal(new Refusal(RegisterRefusals.ChangedMeanwhile, "L14"), late.Refusal);
        Assert.Equal(new Refusal(RegisterRefusals.CodeTaken, "L14"), AddRecord.Run(at.Installation, RegisterKind.Model, With(Laptop, ("model_code", "l14"), ("life_months", "36"))).Refusal);
        Assert.Equal(RegisterRefusals.UnknownRecord, ChangeRecord.Run(at.Installation, RegisterKind.Model, 99_999, Laptop).Refusal?.Code);
    }

    [Theory]
    [OnBoth]
    public void A_model_of_another_kind_makes_its_assets_of_that_kind_typed_or_imported(Engine engine)
    {
        using var at = Furnished(engine);
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\nT2,S2,PC,2024-01-01,1.00,,,,,in_use,\n");
        var id = int.Parse(at.Column("select id from models where code = 'PC'")[0], System.Globalization.CultureInfo.InvariantCulture);

        at.Import("models", "model_code,kind,vendor,model,list_price,life_months\nPC,server,Dell,Latitude 5440,1.00,48\n");
        Assert.Equal([$"{(int)AssetKind.Server}"], at.Column("select distinct kind from assets where model_id = (select id from models where code = 'PC')"));
        Assert.True(ChangeRecord.Run(at.Installation, RegisterKind.Model, id, With(Laptop, ("kind", "pc"))).Value.Changed);

        Assert.Equal([$"{(int)AssetKind.Pc}"], at.Column("select distinct kind from assets where model_id = (select id from models where code = 'PC')"));
    }

    public static TheoryData<string, string, string> BadFields => new()
    {
        { "kind", "laptop", "kind:unknown_kind" }, { "vendor", " ", "vendor:missing" }, { "list_price", "tusen", "list_price:amount_format" }, { "list_price", "-1", "list_price:amount_negative" },
        { "life_months", "4.5", "life_months:number_format" }, { "end_of_life", "2027-02-30", "end_of_life:date_impossible" }, { "model", "a\u0000b", "model:nul_character" },
        { "model_code", "", "model_code:missing" },
    };

    [Theory]
    [OnBoth(Of = nameof(BadFields))]
    public void A_field_that_a_file_would_have_rejected_is_refused_by_name(Engine engine, string field, string value, string fault)
    {
        using var at = Furnished(engine);

        var refused = AddRecord.Run(at.Installation, RegisterKind.Model, With(Laptop, (field, value))).Refusal!;

        Assert.Equal(new Refusal(RegisterRefusals.FieldFaults, fault), refused);
        Assert.Contains(Assert.Single(RegisterRefusals.Faults(refused)).Code, RegisterRefusals.FaultCodes);
        Assert.Equal(["0"], at.Column("select count(*) from change_sets where verb = 'add-model'"));
    }

    [Theory]
    [OnBoth]
    public void A_unit_moves_in_the_tree_with_all_below_it_but_never_under_itself(Engine engine)
    {
        using var at = Furnished(engine);
        var school = AddRecord.Run(at.Installation, RegisterKind.Organisation, School).Value;
        var hall = AddRecord.Run(at.Installation, RegisterKind.Organisation, With(School, ("org_code", "U1-9-1"), ("parent_code", "U1-9"))).Value;

        var circle = ChangeRecord.Run(at.Installation, RegisterKind.Organisation, school.Id, With(School, ("parent_code", "U1-9-1")));
        var moved = ChangeRecord.Run(at.Installation, RegisterKind.Organisation, school.Id, With(School, ("parent_code", "U2")));

        Assert.Equal(new Refusal(RegisterRefusals.FieldFaults, "parent_code:organisation_cycle"), circle.Refusal);
        Assert.True(moved.Value.Changed);
        var u2 = at.Column("select lineage from organisations where code = 'U2'")[0];
        Assert.Equal([$"{u2}{school.Id}/{hall.Id}/"], at.Column("select lineage from organisations where code = 'U1-9-1'"));
        Assert.Equal("parent_code:unknown_parent", AddRecord.Run(at.Installation, RegisterKind.Organisation, With(School, ("org_code", "X"), ("parent_code", "NIX"))).Refusal?.Detail);
        Assert.Equal("org_number:org_number_missing", AddRecord.Run(at.Installation, RegisterKind.Organisation, With(School, ("org_code", "X"), ("kind", "company"), ("parent_code", ""))).Refusal?.Detail);
        Assert.Equal("org_number:org_number_invalid", AddRecord.Run(at.Installation, RegisterKind.Organisation, With(School, ("org_code", "X"), ("kind", "company"), ("parent_code", ""), ("org_number", "559900-0007"))).Refusal?.Detail);
    }

    [Theory]
    [OnBoth]
    public void A_unit_ends_when_nothing_below_it_and_no_contract_line_goes_on(Engine engine)
    {
        using var at = Furnished(engine);
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,2026-06-30,100.00\n");
        var school = AddRecord.Run(at.Installation, RegisterKind.Organisation, School).Value;
        var top = int.Parse(at.Column("select id from organisations where code = 'U1'")[0], System.Globalization.CultureInfo.InvariantCulture);
        var unit = at.Column("select name from organisations where code = 'U1'")[0];
        var above = at.Column("select p.code from organisations o join organisations p on p.id = o.parent_id where o.code = 'U1'")[0];
        Dictionary<string, string?> Ending(string day) => With(School, ("name", unit), ("parent_code", above), ("valid_to", day));
        string? Why(string day) => ChangeRecord.Run(at.Installation, RegisterKind.Organisation, top, Ending(day)).Refusal?.Detail;

        Assert.Equal("valid_to:units_go_on", Why("2026-12-31"));
        Assert.True(ChangeRecord.Run(at.Installation, RegisterKind.Organisation, school.Id, With(School, ("valid_to", "2026-03-31"))).IsDone);
        Assert.Equal("valid_to:lines_go_on", Why("2026-03-31"));
        Assert.Null(Why("2026-06-30"));
        Assert.Equal("parent_code:parent_ended", ChangeRecord.Run(at.Installation, RegisterKind.Organisation, school.Id, School).Refusal?.Detail);
        Assert.Equal(["20260701"], at.Column("select valid_until from organisations where code = 'U1'"));
        at.Import("organisations", $"org_code,name,kind,parent_code,org_number\nU1,Nytt namn,unit,{above},\n");
        Assert.Equal(["20260701"], at.Column("select valid_until from organisations where code = 'U1'")); // a file without the column says nothing of it
    }

    [Theory]
    [OnBoth]
    public void Cost_codes_sites_and_suppliers_are_registered_by_the_same_rules(Engine engine)
    {
        using var at = Furnished(engine);

        var code = AddRecord.Run(at.Installation, RegisterKind.CostCode, new Dictionary<string, string?> { ["cost_code"] = "777", ["unit_code"] = "u1", ["name"] = "Drift", ["valid_from"] = "2026-01-01", ["valid_to"] = "" }).Value;
        var ended = ChangeRecord.Run(at.Installation, RegisterKind.CostCode, code.Id, new Dictionary<string, string?> { ["unit_code"] = "U1", ["name"] = "Drift", ["valid_from"] = "2026-01-01", ["valid_to"] = "2026-12-31" });
        var site = AddRecord.Run(at.Installation, RegisterKind.Site, new Dictionary<string, string?> { ["site_code"] = "L77", ["name"] = "Ån", ["municipality_code"] = "", ["postcode"] = "792 30", ["connection"] = "fibre", ["latitude"] = "60.99", ["longitude"] = "" });
        var supplier = AddRecord.Run(at.Installation, RegisterKind.Supplier, new Dictionary<string, string?> { ["supplier_code"] = "S77", ["name"] = "Leverans AB", ["org_number"] = "5599000014" });

        Assert.True(ended.Value.Changed && site.Value.Changed && supplier.Value.Changed);
        Assert.Equal(["20260101-20270101"], at.Column("select cast(valid_from as text) || '-' || cast(valid_until as text) from cost_codes where code = '777'"));
        Assert.Equal(["559900-0014"], at.Column("select org_number from suppliers where code = 'S77'"));
        Assert.Equal(["add-cost-code", "change-cost-code", "add-site", "add-supplier"], at.Column("select verb from change_sets where verb not like 'import%' order by id"));
        Assert.Equal("unit_code:unknown_unit", ChangeRecord.Run(at.Installation, RegisterKind.CostCode, code.Id, new Dictionary<string, string?> { ["unit_code"] = "NIX", ["name"] = "Drift" }).Refusal?.Detail);
    }

    private static TestInstallation Furnished(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Furnish();
        return at;
    }

    private static Dictionary<string, string?> With(Dictionary<string, string?> fields, params (string Field, string? Value)[] changes)
    {
        var changed = new Dictionary<string, string?>(fields, StringComparer.Ordinal);
        foreach (var (field, value) in changes) changed[field] = value;
        return changed;
    }
}
