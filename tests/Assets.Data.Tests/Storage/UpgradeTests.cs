using System.Data.Common;
using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Assets.Data.Tests.Storage;

/// <summary>A database that an older version made and filled, opened by this one. The older version is told by its migrations, its guards and its search index.</summary>
public sealed class UpgradeTests
{
    private const string Spine = "_Spine";
    private const string Lists = "_Lists";

    // Of line 3, which was given back on its first day: it was to go over to another unit, code and price later.
    private static readonly LineSnapshot GivenBack = new("C3", [Stretch("2026-03-10", "2026-05-01", "V", "", 150), Stretch("2026-05-01", null, "M", "K1", 175.50m)], []);

    private const string Data = """
        insert into change_sets (id, recorded_at, actor, verb) values (1, 0, 'x', 'x');
        insert into organisations (id, code, code_key, name, kind, lineage, change_set_id) values (1, 'M', 'M', 'Öst', 0, '/1/', 1), (2, 'V', 'V', 'Väst', 0, '/2/', 1);
        insert into cost_codes (id, code, code_key, unit_id, name, change_set_id) values (1, 'K1', 'K1', 1, 'Drift', 1);
        insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) values (1, 'PC', 'PC', 6, 'Dell', 'Latitude', 0, 48, 1);
        insert into assets (id, tag, tag_key, serial, serial_key, kind, model_id, state, price, user_unit_id, search, change_set_id)
          values (1, 'IT1', 'IT1', 'SN0001', 'SN0001', 6, 1, 2, 100, 1, 'IT1' || chr(10) || 'SN0001', 1), (2, 'IT2', 'IT2', null, null, 6, 1, 1, 100, null, 'IT2', 1);
        insert into contracts (id, number, number_key, customer_id, change_set_id) values (1, 'M', 'M', 1, 1);
        insert into contract_lines (id, code, code_key, contract_id, version, change_set_id) values (1, 'C1', 'C1', 1, 1, 1), (2, 'C2', 'C2', 1, 1, 1), (3, 'C3', 'C3', 1, 2, 1);
        insert into line_segments (line_id, from_on, until_on, unit_id, cost_code_id, asset_id, quantity, monthly_rent)
          values (1, 20260101, 20260401, 1, 1, 1, 1, 10000), (1, 20260401, null, 2, null, 2, 1, 12000), (2, 20260201, 20260301, 1, 1, null, 2, 8000);
        insert into charges (month, line_id, corrected_month, turn, component, from_on, until_on, unit_id, customer_id, quantity, amount) values (202603, 1, 0, 1, 'rent', 20260301, 20260401, 1, 1, 1, 12345);
        insert into findings (month, code, record, severity, detail) values (202603, 'unpriced_line', 'C1', 1, ''), (202603, 'changed_line', 'C1', 0, ''), (202603, 'changed_line', 'C2', 0, '');
        insert into finding_acceptances (month, code, record, reason, accepted_by, accepted_at) values (202603, 'unpriced_line', 'C1', 'x', 'x', 0), (202603, 'unpriced_line', 'gone', 'x', 'x', 0);
        insert into closed_months (month, previous_month, previous_head, head, watermark, settled_watermark, rules_version, closed_at, closed_by, charge_count, total) values (202603, 0, '', 'h', 1, 1, 1, 0, 'x', 1, 12345);
        """;

    [Theory]
    [OnBoth]
    public void A_database_with_data_upgrades_and_keeps_its_rows(Engine engine)
    {
        using var at = Older(engine);

        at.Ensure();

        using (var connection = at.Database.Open())
        {
            Assert.Equal(Schema.Known(engine), Applied(connection));
            Assert.Equal("Öst", connection.Scalar("select name from organisations where id = 1"));
            Assert.Equal(LastStretches, connection.Rows(ReadLastStretches, r => r.GetString(0)));
            Assert.Equal(12345, connection.Number("select total from closed_months"));
            Assert.Empty(Guards.Names(engine).Except(Guards.Installed(connection)));
            Assert.Contains("closed", Assert.ThrowsAny<DbException>(() => connection.Execute("update charges set amount = 1")).Message, StringComparison.Ordinal);
            string[] made = ["ix_assets_kind_state_tag_key", "ix_assets_model_id_tag_key_kind", "ix_assets_user_unit_id", .. engine == Engine.Postgres ? new[] { "ix_assets_search_block" } : []];
            Assert.Empty(made.Except(Indexes(connection, engine)));
            Assert.DoesNotContain("ix_assets_search", Indexes(connection, engine));
        }
        var month = Assert.Single(MonthList.Read(at.Database, new DateOnly(2026, 4, 1), 12));
        Assert.Equal((0, 2), (month.Stops, month.Notes));
        Assert.Equal([("unpriced_line", 0, 1), ("changed_line", 2, 0)], MonthFindings.Count(at.Database, month.Month, new DateOnly(2026, 4, 1)).Select(c => (c.Code, c.Open, c.Accepted)));
        var list = new AssetList(at.Database, TimeProvider.System);
        Assert.Equal(["IT1"], list.Read(Reach.Everywhere, new AssetQuery("sn0001")).Items.Select(i => i.Tag));
        Assert.Equal(["IT1", "IT2"], list.Read(Reach.Everywhere, new AssetQuery(Model: "pc")).Items.Select(i => i.Tag));
        Discard(at);
    }

    [Theory]
    [OnBoth]
    public void An_upgrade_that_was_cut_off_after_its_migrations_is_taken_up_at_the_next_start(Engine engine)
    {
        using var at = Older(engine);
        var known = Schema.Known(engine);
        var before = known[known.ToList().FindIndex(name => name.EndsWith(Lists, StringComparison.Ordinal)) - 1];
        using (var context = at.Database.NewContext()) context.GetService<IMigrator>().Migrate(before);
        using (var writing = Writing.Begin(at.Database))
        {
            Guards.Install(writing.Connection); // as the program left it that knew no last stretches
            writing.Commit();
        }
        using (var context = at.Database.NewContext()) context.Database.Migrate();

        at.Ensure();

        using var connection = at.Database.Open();
        Assert.Equal(LastStretches, connection.Rows(ReadLastStretches, r => r.GetString(0)));
        Assert.Empty(Guards.Names(engine).Except(Guards.Installed(connection)));
    }

    [Theory]
    [OnBoth]
    public void An_upgrade_takes_a_backup_of_the_database_as_it_was_first(Engine engine)
    {
        using var at = Older(engine);

        at.Ensure();

        var backup = Backup(at);
        Assert.Contains("before-upgrade-from-", backup, StringComparison.Ordinal);
        if (engine == Engine.Sqlite)
        {
            using var connection = Database.At($"Data Source={backup}", "/").Open();
            Assert.Equal([Schema.Known(engine)[0]], Applied(connection));
            Assert.Equal("Öst", connection.Scalar("select name from organisations where id = 1"));
            Assert.DoesNotContain("ix_assets_user_unit_id", Indexes(connection, engine));
        }
        else
        {
            Assert.Equal("PGDMP"u8, File.ReadAllBytes(backup).AsSpan(0, 5)); // how a dump for pg_restore begins
        }
        Assert.True(at.Told.FindIndex(t => t.StartsWith("Backing up", StringComparison.Ordinal)) < at.Told.FindIndex(t => t.StartsWith("Upgrading", StringComparison.Ordinal)));
        Discard(at);
    }

    [Theory]
    [OnBoth]
    public void A_database_that_is_up_to_date_is_not_backed_up(Engine engine)
    {
        using var at = TestDatabase.Made(engine);
        at.Told.Clear();
        at.Ensure();
        Assert.Empty(at.Told);
    }

    private const string ReadLastStretches =
        "select code || ' ' || last_from_on || ' ' || last_until_on || ' ' || last_unit_id || ' ' || coalesce(cast(last_cost_code_id as text), '-') || ' ' || coalesce(cast(last_asset_id as text), '-') || ' ' || last_rent from contract_lines order by id";

    private static readonly string[] LastStretches = ["C1 20260401 99991231 2 - 2 12000", "C2 20260201 20260301 1 1 - 8000", "C3 20260310 20260310 1 1 2 17550"];

    // The search index as the program that wrote the Spine made it: today's guards know tables that such a database does not have.
    private const string SpineSearchSqlite = """
        create virtual table assets_search using fts5(search, content='assets', content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0);
        create trigger search_assets_insert after insert on assets begin insert into assets_search (rowid, search) values (new.id, new.search); end;
        """;

    private const string SpineSearchPostgres = "create extension pg_trgm; create index ix_assets_search on assets using gin (search gin_trgm_ops);";

    private static TestDatabase Older(Engine engine)
    {
        var at = TestDatabase.Empty(engine);
        var first = Schema.Known(engine)[0];
        Assert.EndsWith(Spine, first, StringComparison.Ordinal);
        Assert.True(Schema.Known(engine).Count > 1, "there is nothing to upgrade to");
        using (var context = at.Database.NewContext()) context.GetService<IMigrator>().Migrate(first);
        using (var writing = Writing.Begin(at.Database))
        {
            writing.Connection.Execute(engine == Engine.Sqlite ? SpineSearchSqlite : SpineSearchPostgres);
            writing.Connection.Execute(engine == Engine.Sqlite ? Data.Replace("chr(10)", "char(10)", StringComparison.Ordinal) : Data);
            foreach (var (version, body) in new[] { (1, GivenBack), (2, GivenBack with { Segments = [] }) })
                writing.Connection.Execute("insert into line_versions (line_id, version, change_set_id, body) values (3, @p0, 1, @p1)", version, LineText.ToText(body));
            writing.Commit();
        }
        return at;
    }

    private static Segment Stretch(string from, string? until, string unit, string code, decimal rate) => new(
        new Period(DateOnly.Parse(from, CultureInfo.InvariantCulture), until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture)),
        unit, code, "IT2", "", 1, new Price([new FlatComponent(Components.Rent, Money.FromKronor(rate))]));

    private static string Backup(TestDatabase at)
    {
        var told = Assert.Single(at.Told, t => t.StartsWith("Backing up the database to ", StringComparison.Ordinal));
        return told["Backing up the database to ".Length..^1];
    }

    // A dump of PostgreSQL lies in the folder that the program runs in.
    private static void Discard(TestDatabase at) => File.Delete(Backup(at));

    private static List<string> Applied(DbConnection connection) => connection.Rows("select \"MigrationId\" from \"__EFMigrationsHistory\" order by 1", r => r.GetString(0));

    private static HashSet<string> Indexes(DbConnection connection, Engine engine) =>
        [.. connection.Rows(engine == Engine.Sqlite ? "select name from sqlite_master where type = 'index'" : "select indexname::text from pg_indexes", r => r.GetString(0))];
}
