using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Inventory;

/// <summary>Sites, units and computers by code and by number, each looked up once in an act.</summary>
internal sealed class AssetPlaces(DbConnection connection)
{
    private readonly Codes sites = new(connection, "sites");
    private readonly Codes units = new(connection, "organisations");
    private readonly Codes suppliers = new(connection, "suppliers");
    private readonly Codes models = new(connection, "models");
    private readonly Dictionary<string, long?> computers = new(StringComparer.Ordinal);

    public bool TrySite(string code, out int? id) => sites.TryFind(code, out id);

    public bool TryUnit(string code, out int? id) => units.TryFind(code, out id);

    public bool TrySupplier(string code, out int? id) => suppliers.TryFind(code, out id);

    public bool TryModel(string code, out int? id) => models.TryFind(code, out id);

    public AssetKind KindOf(int model) => (AssetKind)connection.Number("select kind from models where id = @p0", model);

    public string? SupplierCode(int? id) => suppliers.Code(id);

    public string? ModelCode(int? id) => models.Code(id);

    /// <summary>The number of another asset that has the serial.</summary>
    public long? HolderOf(string serialKey, long but) => connection.Number("select id from assets where serial_key = @p0 and id <> @p1", serialKey, but) is var id and not 0 ? id : null;

    /// <summary>Whether an asset is somebody's within reach: who uses it or, where nobody is said to, who paid for it last.</summary>
    public bool Covers(Reach reach, long asset) => reach.IsEverywhere || reach.Covers((int)connection.Number(
        "select coalesce(a.user_unit_id, (select g.unit_id from line_segments g where g.asset_id = a.id order by g.from_on desc limit 1), 0) from assets a where a.id = @p0", asset));

    /// <summary>Whether somebody has still to say that no data is left on the asset.</summary>
    public bool IsUnwiped(AssetFacts asset) => WipeDemand.IsDue(connection, asset.Id, asset.Kind);

    public string? SiteCode(int? id) => sites.Code(id);

    public string? UnitCode(int? id) => units.Code(id);

    public string? Tag(long? id) => id is { } known ? (string?)connection.Scalar("select tag from assets where id = @p0", known) : null;

    /// <summary>The number of a computer or server, to which something can be attached; none for anything else.</summary>
    public long? Computer(string tag)
    {
        var key = Keys.Fold(tag);
        if (computers.TryGetValue(key, out var known)) return known;
        var id = connection.Number("select id from assets where tag_key = @p0 and kind in (@p1, @p2)", key, (int)AssetKind.Pc, (int)AssetKind.Server);
        return computers[key] = id == 0 ? null : id;
    }

    private sealed class Codes(DbConnection connection, string table)
    {
        private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
        private readonly Dictionary<int, string> codes = [];

        /// <summary>An empty code is found, as none.</summary>
        public bool TryFind(string code, out int? id)
        {
            id = null;
            if (string.IsNullOrWhiteSpace(code)) return true;
            var key = Keys.Fold(code);
            if (!ids.TryGetValue(key, out var known))
            {
                known = (int)connection.Number($"select id from {table} where code_key = @p0", key); // a name of ours, not of a user's
                if (known == 0) return false;
                ids[key] = known;
            }
            id = known;
            return true;
        }

        public string? Code(int? id)
        {
            if (id is not { } number) return null;
            if (codes.TryGetValue(number, out var known)) return known;
            return codes[number] = (string)connection.Scalar($"select code from {table} where id = @p0", number)!;
        }
    }
}
