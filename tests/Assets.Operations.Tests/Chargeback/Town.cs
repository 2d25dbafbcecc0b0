using Assets.Core.Inventory;
using Assets.Core.Organisations;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;
using Assets.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

/// <summary>
/// A small town in a database of its own: host municipality 100 with administrations 110 and 120 and a unit in each (111, 121), a
/// company 200 with unit 201, a cost code beside each unit (C111 …), and as many assets as are asked for.
/// </summary>
internal sealed class Town : IDisposable
{
    private static readonly Lazy<string> SqliteTemplate = new(MakeSqliteTemplate);
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, int> units = [];
    private readonly Dictionary<string, int> costCodes = [];
    private readonly Dictionary<string, long> assets = [];
    private readonly Dictionary<string, (long Id, int Version)> lines = [];

    public Town(Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            File.Copy(SqliteTemplate.Value, folder["town.db"]);
            Database = Database.At($"Data Source={folder["town.db"]}", folder.Path);
        }
        else
        {
            Database = Database.At(PostgresServer.NewDatabase("schema", made => Schema.Ensure(Database.At(made, "/"), _ => { })), folder.Path);
        }
        Installation = InstallationOf(Database, folder.Path, "tester");
        Register();
    }

    public Database Database { get; }

    public Installation Installation { get; }

    public TemporaryFolder Folder => folder;

    public static Installation InstallationOf(Database database, string folder, string actor) =>
        new(database, Path.Combine(folder, "keys"), null, TimeProvider.System, actor, new ConfigurationBuilder().Build());

    public Installation As(string actor) => Installation with { Actor = actor };

    public void AddAsset(string tag, AssetState state = AssetState.InUse) => Write((connection, changeSet) => AddAsset(connection, changeSet, tag, state));

    public void SetState(string tag, AssetState state) => Write((connection, changeSet) =>
        connection.Execute("update assets set state = @p0, change_set_id = @p1 where id = @p2", (int)state, changeSet, assets[tag]));

    /// <summary>A state with its history, as an import states it: of what is rented too.</summary>
    public bool Becomes(string tag, AssetState state, DateOnly day)
    {
        using var writing = Writing.Begin(Database);
        var changeSet = writing.AddChangeSet(Installation.Clock.GetUtcNow(), "tester", "test", null, null);
        var done = ChangeAssets.Within(writing, changeSet, [new AssetChange(tag, state) { Certificate = "S-17" }], day, "so it is").IsDone;
        writing.Commit();
        return done;
    }

    /// <summary>A contract line as an import makes it; the asset is registered where it is new.</summary>
    public void AddLine(string code, string asset, string unit, DateOnly from, DateOnly? until, decimal rate) =>
        Put(LineSnapshot.Imported(code, asset, unit, "C" + unit, new Period(from, until), Money.FromKronor(rate)));

    /// <summary>A line as it now is, whatever it was.</summary>
    public void Put(params ReadOnlySpan<LineSnapshot> snapshots)
    {
        using var writing = Writing.Begin(Database);
        var changeSet = writing.AddChangeSet(Installation.Clock.GetUtcNow(), "tester", "test", null, null);
        var store = new LineStore(writing, changeSet);
        foreach (var snapshot in snapshots)
        {
            var keys = snapshot.Segments.Select(segment => new SegmentKeys(
                units[segment.UnitCode], segment.CostCode.Length == 0 ? null : costCodes[segment.CostCode], AssetId(writing, changeSet, segment.AssetTag))).ToArray();
            var from = snapshot.Segments.IsEmpty ? new DateOnly(2026, 1, 1) : snapshot.Segments[0].Period.From;
            if (lines.TryGetValue(snapshot.LineCode, out var known))
            {
                store.Change(known.Id, known.Version + 1, snapshot, keys, from);
                lines[snapshot.LineCode] = (known.Id, known.Version + 1);
            }
            else
            {
                lines.Add(snapshot.LineCode, (lines.Count + 1, 1));
                store.Add(lines.Count, 1, Keys.Fold(snapshot.LineCode), snapshot, keys, from);
            }
        }
        store.Complete();
        writing.Commit();
    }

    /// <summary>Another fact, of no line: what makes a month be calculated anew.</summary>
    public void Touch() => Write((_, _) => { });

    public void Execute(string sql)
    {
        using var connection = Database.Open();
        connection.Execute(sql);
    }

    /// <summary>What somebody with full rights over the database could do: takes the guards of a table away first.</summary>
    public void Without(string table, string sql)
    {
        using var connection = Database.Open();
        if (Database.Engine == Engine.Postgres)
        {
            connection.Execute($"alter table {table} disable trigger user");
            connection.Execute(sql);
            connection.Execute($"alter table {table} enable trigger user");
            return;
        }
        var guards = connection.Rows("select name, sql from sqlite_master where type = 'trigger' and tbl_name = @p0", r => (Name: r.GetString(0), Sql: r.GetString(1)), table);
        foreach (var guard in guards) connection.Execute($"drop trigger {guard.Name}");
        connection.Execute(sql);
        foreach (var guard in guards) connection.Execute(guard.Sql);
    }

    public List<string> Rows(string sql)
    {
        using var connection = Database.Open();
        return connection.Rows(sql, r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "" : Convert.ToString(r.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
    }

    public void Dispose()
    {
        Database.CloseIdle(); // idle connections of a hundred towns are more than one server takes
        folder.Dispose();
    }

    private long? AssetId(Writing writing, long changeSet, string? tag)
    {
        if (tag is null) return null;
        if (!assets.ContainsKey(tag)) AddAsset(writing.Connection, changeSet, tag, AssetState.InUse);
        return assets[tag];
    }

    private void AddAsset(System.Data.Common.DbConnection connection, long changeSet, string tag, AssetState state)
    {
        assets.Add(tag, assets.Count + 1);
        connection.Execute(
            "insert into assets (id, tag, tag_key, kind, model_id, state, price, search, change_set_id) values (@p0, @p1, @p2, 6, 1, @p3, 0, @p2, @p4)",
            assets[tag], tag, Keys.Fold(tag), (int)state, changeSet);
    }

    private void Write(Action<System.Data.Common.DbConnection, long> write)
    {
        using var writing = Writing.Begin(Database);
        write(writing.Connection, writing.AddChangeSet(Installation.Clock.GetUtcNow(), "tester", "test", null, null));
        writing.Commit();
    }

    private void Register() => Write((connection, changeSet) =>
    {
        var lineages = new Dictionary<string, string>(StringComparer.Ordinal);
        connection.Execute("insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) values (1, 'PC-1', 'PC-1', 6, 'Maker', 'Model', 1000000, 48, @p0)", changeSet);
        Organisation("100", OrganisationKind.Municipality, null, "212000-0001");
        Organisation("110", OrganisationKind.Administration, "100", null);
        Organisation("120", OrganisationKind.Administration, "100", null);
        Organisation("200", OrganisationKind.Company, null, "559900-0006");
        Organisation("111", OrganisationKind.Unit, "110", null);
        Organisation("121", OrganisationKind.Unit, "120", null);
        Organisation("201", OrganisationKind.Unit, "200", null);
        foreach (var unit in (string[])["111", "121", "201"])
        {
            costCodes.Add("C" + unit, costCodes.Count + 1);
            connection.Execute("insert into cost_codes (id, code, code_key, unit_id, name, change_set_id) values (@p0, @p1, @p1, @p2, 'Drift', @p3)", costCodes.Count, "C" + unit, units[unit], changeSet);
        }
        connection.Execute("insert into contracts (id, number, number_key, customer_id, change_set_id) values (1, '110', '110', @p0, @p1)", units["110"], changeSet);

        void Organisation(string code, OrganisationKind kind, string? parent, string? number)
        {
            units.Add(code, units.Count + 1);
            lineages.Add(code, $"{(parent is null ? "/" : lineages[parent])}{units.Count}/");
            connection.Execute(
                "insert into organisations (id, code, code_key, name, kind, parent_id, org_number, lineage, change_set_id) values (@p0, @p1, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
                units.Count, code, $"Enhet {code}", (int)kind, parent is null ? null : units[parent], number, lineages[code], changeSet);
        }
    });

    private static string MakeSqliteTemplate()
    {
        var made = Directory.CreateTempSubdirectory("assets-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Delete(recursive: true);
        var file = Path.Combine(made.FullName, "schema.db");
        Schema.Ensure(Database.At($"Data Source={file};Pooling=False", made.FullName), _ => { });
        return file;
    }
}
