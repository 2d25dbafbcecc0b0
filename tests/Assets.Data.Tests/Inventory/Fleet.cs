using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Support;

namespace Assets.Data.Tests.Inventory;

/// <summary>Made-up assets, the same in memory and in a database of its own.</summary>
internal sealed class Fleet : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int apart;

    /// <param name="apart">How far ids lie from each other: a register with large gaps is taken for a large one, and read as such.</param>
    public Fleet(Engine engine, int size, int apart = 1)
    {
        this.apart = apart;
        var setting = engine == Engine.Sqlite ? "Data Source=fleet.db" : PostgresServer.NewDatabase();
        Database = Database.At(setting, folder.Path);
        Schema.Ensure(Database, _ => { });
        Assets = [.. Enumerable.Range(1, size).Select(Make)];
        using var writing = Writing.Begin(Database);
        var changeSet = writing.AddChangeSet(DateTimeOffset.UnixEpoch, "test", "import assets", null, null);
        Frame(writing, changeSet);
        using (var rows = BulkInsert.Into(writing, "assets", "id", "tag", "tag_key", "serial", "serial_key", "kind", "model_id", "state", "purchased_on", "price", "site_id", "user_unit_id", "search", "change_set_id"))
        {
            foreach (var asset in Assets) Write(rows, asset, changeSet);
            rows.Complete();
        }
        writing.Connection.Execute("insert into contracts (id, number, number_key, customer_id, change_set_id) values (1, 'A', 'A', 1, @p0)", changeSet);
        foreach (var asset in Assets.Where(a => a.Unit == 2 && a.Number % 3 == 0))
        {
            writing.Connection.Execute("insert into contract_lines (id, code, code_key, contract_id, version, change_set_id) values (@p0, @p1, @p1, 1, 1, @p2)", asset.Number, $"C{asset.Number}", changeSet);
            writing.Connection.Execute("insert into line_segments (line_id, from_on, until_on, unit_id, asset_id, quantity, monthly_rent) values (@p0, 20260101, null, 2, @p1, 1, 100)", asset.Number, Id(asset));
        }
        writing.Commit();
    }

    public Database Database { get; }

    public TimeProvider Clock { get; } = new NoonClock();

    public IReadOnlyList<Asset> Assets { get; }

    public void Dispose()
    {
        Database.CloseIdle();
        folder.Dispose();
    }

    // Tags fall while numbers rise, so that the order of registration is not the order of tags.
    private static Asset Make(int number)
    {
        var model = 1 + (number % 3);
        return new Asset(
            number,
            $"IT{3_000 - number:0000000}",
            number % 7 == 0 ? null : $"{(char)('A' + (number % 26))}{number % 10}X{number:00000}",
            model == 2 ? AssetKind.Pc : AssetKind.Switch,
            model,
            number % 40 == 0 ? AssetState.Lost : AssetState.InUse,
            number % 11 == 0 ? null : 20200101 + (number % 28),
            number % 9 == 0 ? 1 : null,
            number % 5 == 0 ? 2 : null,
            number == 77 ? "rabatt 50%_" : number == 78 ? "\"or\" \"and" : number % 50 == 3 ? "Ååäng" : number % 2 == 0 ? "even" : "");
    }

    private static void Frame(Writing writing, long changeSet)
    {
        var connection = writing.Connection;
        connection.Execute("insert into organisations (id, code, code_key, name, kind, parent_id, lineage, change_set_id) values (1, '100', '100', 'Kommun', 0, null, '/1/', @p0), (2, 'u2', 'U2', 'Enhet', 4, 1, '/1/2/', @p0)", changeSet);
        connection.Execute("insert into sites (id, code, code_key, name, change_set_id) values (1, 'L1', 'L1', 'Storgatan', @p0)", changeSet);
        for (var model = 1; model <= 3; model++)
            connection.Execute("insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) values (@p0, @p1, @p1, @p2, 'Dell', @p3, 0, 48, @p4)", model, $"M{model}", model == 2 ? (int)AssetKind.Pc : (int)AssetKind.Switch, model == 2 ? "Latitude 5440" : "Växel", changeSet);
    }

    private long Id(Asset asset) => (long)asset.Number * apart;

    private void Write(BulkInsert rows, Asset asset, long changeSet)
    {
        rows.Write(Id(asset));
        rows.Write(asset.Tag);
        rows.Write(asset.Tag);
        rows.WriteOrNull(asset.Serial);
        rows.WriteOrNull(asset.Serial);
        rows.Write((int)asset.Kind);
        rows.Write(asset.Model);
        rows.Write((int)asset.State);
        rows.Write(asset.Purchased);
        rows.Write(0L);
        rows.Write(asset.Site);
        rows.Write(asset.Unit is not null && asset.Number % 3 != 0 ? asset.Unit : null);
        rows.Write(Keys.Fold($"{asset.Tag}\n{asset.SerialText}\n{asset.Note}"));
        rows.Write(changeSet);
        rows.EndRow();
    }

    /// <param name="Unit">Who uses it or, for every third, pays for it.</param>
    internal sealed record Asset(int Number, string Tag, string? Serial, AssetKind Kind, int Model, AssetState State, int? Purchased, int? Site, int? Unit, string Note)
    {
        public string SerialText => Serial ?? "";
    }

    private sealed class NoonClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    }
}
