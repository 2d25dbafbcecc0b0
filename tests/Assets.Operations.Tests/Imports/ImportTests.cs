using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Rentals;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

public sealed class ImportTests
{
    [Theory]
    [OnBoth]
    public void The_sample_fleet_comes_in_whole_and_a_second_time_changes_nothing(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        (string Kind, string File, int Rows)[] files =
        [
            ("organisations", "organisations.csv", 474), ("cost-codes", "cost_codes.csv", 718), ("sites", "sites.csv", 277),
            ("suppliers", "suppliers.csv", 6), ("models", "models.csv", 41), ("assets", "assets.csv", 1000), ("contracts", "contracts.csv", 1066),
        ];
        foreach (var (kind, file, rows) in files)
        {
            var outcome = at.ImportPath(kind, SharedData.Path($"samples/{file}"));
            Assert.Equal((kind, rows, rows, 0), (kind, outcome.Read, outcome.Created, outcome.Rejected));
        }
        var sets = ChangeSets(at);
        foreach (var (kind, file, rows) in files)
        {
            var outcome = at.ImportPath(kind, SharedData.Path($"samples/{file}"));
            Assert.Equal((kind, rows, 0), (kind, outcome.Unchanged, outcome.Created + outcome.Updated));
        }
        Assert.Equal(sets, ChangeSets(at));
    }

    [Theory]
    [OnBoth]
    public void A_changed_row_is_an_update_with_before_and_after_in_the_history(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,100.00,S1,2027-01-01,L1,A1,in_use,\n");

        var outcome = at.Import("assets", Fleet.AssetHeader + "t1,S1,PC,2024-01-01,100.00,S1,2027-01-01,L1,B2,in_repair,Trasig skärm\n");

        Assert.Equal((1, 0), (outcome.Updated, outcome.Created));
        using var connection = at.Database.Open();
        var entry = Assert.Single(connection.Rows("select before, after from history where subject = 1 and after is not null", r => (r.GetString(0), r.GetString(1))));
        Assert.Equal("""{"room":"A1","state":"in_use","note":null}""", entry.Item1);
        Assert.Equal("""{"room":"B2","state":"in_repair","note":"Trasig skärm"}""", entry.Item2);
        Assert.Equal("T1", connection.Scalar("select tag from assets"));
    }

    [Theory]
    [OnBoth]
    public void A_serial_of_another_tag_in_the_register_is_rejected(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\n");

        var outcome = at.Import("assets", Fleet.AssetHeader + "T2,s1,PC,2024-01-01,1.00,,,,,in_use,\n");

        Assert.Equal("serial_of_another_tag", Assert.Single(outcome.First).Code);
    }

    [Theory]
    [OnBoth]
    public void A_back_dated_contract_line_is_a_new_version_of_it(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,100.00\n");

        var outcome = at.Import("contracts", Fleet.ContractHeader + "c1,T1,U1,K1,2024-01-01,2024-03-31,100.00\nC2,t1,U2,K2,2024-04-01,,100.00\n");

        Assert.Equal((1, 1, 0), (outcome.Created, outcome.Updated, outcome.Rejected));
        using var connection = at.Database.Open();
        Assert.Equal(["1:1", "1:2", "2:1"], connection.Rows("select line_id, version from line_versions order by 1, 2", r => $"{r.GetInt64(0)}:{r.GetInt32(1)}"));
        Assert.Equal([(20240101, 20240401), (20240401, 0)], connection.Rows("select from_on, coalesce(until_on, 0) from line_segments order by 1", r => (r.GetInt32(0), r.GetInt32(1))));
    }

    [Theory]
    [OnBoth]
    public void A_file_that_comes_again_does_not_undo_a_return_that_was_made_here(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\nT2,S2,PC,2024-01-01,1.00,,,,,in_use,\n");
        var file = Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,100.00\nC2,T2,U2,K2,2024-01-01,,100.00\n";
        at.Import("contracts", file);
        Assert.True(ReturnAsset.Run(at.Installation, "C1", new DateOnly(2024, 4, 1), reused: true).IsDone);

        var outcome = at.Import("contracts", file.Replace("K2,2024-01-01,,100.00", "K2,2024-01-01,,120.00", StringComparison.Ordinal));

        Assert.Equal((1, 1, 0), (outcome.Unchanged, outcome.Updated, outcome.Rejected)); // what files alone have said, a file still changes
        Assert.Equal(("changed_in_product", 1), (Assert.Single(outcome.First).Code, outcome.First[0].Record));
        using var connection = at.Database.Open();
        Assert.Equal([(20240401, 10000), (0, 12000)], connection.Rows("select coalesce(until_on, 0), monthly_rent from line_segments order by line_id", r => (r.GetInt32(0), r.GetInt32(1))));
    }

    [Theory]
    [OnBoth]
    public void What_a_file_says_anew_of_a_line_that_was_changed_here_is_rejected_and_not_told_as_accepted(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,90.00\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,100.00\n");
        Assert.True(ReturnAsset.Run(at.Installation, "C1", new DateOnly(2024, 4, 1), reused: true).IsDone);

        var repeated = at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,100.00\n");
        var older = at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,90.00\n");
        var asItIs = at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,2024-03-31,100.00\n");

        Assert.Equal((1, 0, false), (repeated.Accepted, repeated.Rejected, Assert.Single(repeated.First).IsError));
        Assert.Equal((0, 1, 0), (older.Accepted, older.Rejected, older.Unchanged));
        Assert.Equal(("changed_in_product", true, "contract_line"), (Assert.Single(older.First).Code, older.First[0].IsError, older.First[0].Field));
        Assert.Contains("on the line's page", older.First[0].Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (asItIs.Unchanged, asItIs.Rejected));
        using var connection = at.Database.Open();
        Assert.Equal(["3"], connection.Rows("select version from contract_lines", r => $"{r.GetInt32(0)}"));
    }

    [Theory]
    [OnBoth]
    public void A_line_may_take_over_days_that_a_later_row_of_the_same_file_gives_up(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,100.00\n");

        var outcome = at.Import("contracts", Fleet.ContractHeader + "C2,T1,U2,K2,2024-04-01,,100.00\nC1,T1,U1,K1,2024-01-01,2024-03-31,100.00\n");

        Assert.Equal((1, 1, 0), (outcome.Created, outcome.Updated, outcome.Rejected));
    }

    [Theory]
    [OnBoth]
    public void A_row_that_only_a_rejected_one_stood_in_the_way_of_comes_in(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2024-01-01,,100.00\n");

        var outcome = at.Import("contracts", Fleet.ContractHeader + "C2,T1,U2,K2,2024-04-01,,100.00\nC1,T1,U1,K1,2024-01-01,,120.00\n");

        Assert.Equal((0, 1, 1), (outcome.Created, outcome.Updated, outcome.Rejected));
        Assert.Equal((1, "overlap"), (Assert.Single(outcome.First).Record, outcome.First[0].Code));
    }

    [Theory]
    [OnBoth]
    public void A_parent_is_the_same_however_its_code_is_written(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var sets = ChangeSets(at);

        var outcome = at.Import("organisations", "org_code,name,kind,parent_code,org_number\nm-1,Skolan,administration, m,\n");

        Assert.Equal((1, 0), (outcome.Unchanged, outcome.Updated));
        Assert.Equal(sets, ChangeSets(at));
    }

    [Theory]
    [OnBoth]
    public void A_dry_run_reports_everything_and_changes_nothing(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var sets = ChangeSets(at);

        var outcome = at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\nT2,S2,NOPE,2024-01-01,1.00,,,,,in_use,\n", dryRun: true);

        Assert.Equal((2, 1, 1), (outcome.Read, outcome.Created, outcome.Rejected));
        Assert.Equal(sets, ChangeSets(at));
        using var connection = at.Database.Open();
        Assert.Equal(0, connection.Number("select count(*) from assets"));
    }

    [Theory]
    [OnBoth]
    public void Columns_may_stand_in_any_order_and_unknown_ones_are_named(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        var outcome = at.Import("suppliers", "Colour;ORG_NUMBER;name;supplier_code\nblue;559901-0013;Öst AB;S1\n");

        Assert.Equal(1, outcome.Created);
        var finding = Assert.Single(outcome.First);
        Assert.Equal(("unknown_column", "colour", 0), (finding.Code, finding.Field, finding.Record));
    }

    [Theory]
    [OnBoth("supplier_code,name\nS1,X\n", "lacks org_number")]
    [OnBoth("supplier_code,name,org_number,name\nS1,X,,Y\n", "twice")]
    [OnBoth("", "is empty")]
    public void A_file_without_a_usable_header_is_refused_with_what_to_do(Engine engine, string text, string says)
    {
        using var at = TestInstallation.On(engine);
        var refusal = Assert.Throws<ImportRefusedException>(() => at.Import("suppliers", text));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth("12 345,60", true, 1234560)]
    [OnBoth("12\u00A0345,6", true, 1234560)]
    [OnBoth("1 234 567,00", true, 123456700)]
    [OnBoth("12345.60", true, 1234560)]
    [OnBoth("12345.6", false, 1234560)]
    public void Amounts_are_read_as_the_culture_writes_them(Engine engine, string amount, bool swedish, long ore)
    {
        using var at = TestInstallation.On(engine);
        var comma = swedish ? ";" : ",";
        at.Import("models", string.Join(comma, "model_code", "kind", "vendor", "model", "list_price", "life_months") + "\n" + string.Join(comma, "M1", "pc", "Dell", "X", amount, "48") + "\n");
        using var connection = at.Database.Open();
        Assert.Equal(ore, connection.Number("select list_price from models"));
    }

    [Theory]
    [OnBoth("12 34,00")]
    [OnBoth("1 2345,00")]
    [OnBoth("1,234,00")]
    public void Misplaced_thousands_are_refused(Engine engine, string amount)
    {
        using var at = TestInstallation.On(engine);
        var outcome = at.Import("models", $"model_code;kind;vendor;model;list_price;life_months\nM1;pc;Dell;X;{amount};48\n");
        Assert.Equal(1, outcome.Rejected);
    }

    [Theory]
    [OnBoth]
    public void Decomposed_letters_are_stored_composed(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Import("suppliers", "supplier_code,name,org_number\nS\u0041\u030A1,O\u0308st AB,\n");
        using var connection = at.Database.Open();
        Assert.Equal("SÅ1", connection.Scalar("select code from suppliers"));
        Assert.Equal("Öst AB", connection.Scalar("select name from suppliers"));
    }

    [Theory]
    [OnBoth]
    public void Organisations_may_stand_before_their_parents_and_a_broken_branch_is_rejected_alone(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var outcome = at.Import("organisations", "org_code,name,kind,parent_code,org_number\nU1,Enhet,unit,A1,\nA1,Förvaltning,administration,M,\nM,Kommun,municipality,,212099-1001\nX1,Vilse,unit,NOPE,\nX2,Under vilse,unit,X1,\nR1,Rund,unit,R2,\nR2,Rundare,unit,R1,\nB1,Bolag,company,,\nB2,Person,company,,121212-1212\n");
        Assert.Equal((9, 3, 6), (outcome.Read, outcome.Created, outcome.Rejected));
        Assert.Equal(
            ["X1:unknown_parent", "X2:unknown_parent", "R1:organisation_cycle", "R2:organisation_cycle", "B1:org_number_missing", "B2:org_number_invalid"],
            outcome.First.OrderBy(f => f.Record).Select(f => $"{new[] { "", "U1", "A1", "M", "X1", "X2", "R1", "R2", "B1", "B2" }[f.Record]}:{f.Code}"));
        using var connection = at.Database.Open();
        Assert.Equal("U1", connection.Scalar("select code from organisations where lineage like '%/%/%/%/%'"));
    }

    [Theory]
    [OnBoth]
    public void The_device_type_library_comes_in_and_the_broken_file_is_rejected_alone(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Import("models", "model_code,kind,vendor,model,list_price,life_months\nFW,firewall,Fortinet,FortiGate 60F,9000.00,60\n");

        var outcome = at.ImportPath("device-types", SharedData.Path("catalogue/device-types"));

        Assert.Equal((46, 45, 1), (outcome.Read, outcome.Created, outcome.Rejected));
        Assert.Contains("PA-450", Assert.Single(outcome.First, f => f.IsError).Message, StringComparison.Ordinal);
        Assert.Equal(45, at.ImportPath("device-types", SharedData.Path("catalogue/device-types")).Unchanged);
    }

    private static long ChangeSets(TestInstallation at)
    {
        using var connection = at.Database.Open();
        return connection.Number("select count(*) from change_sets");
    }
}
