using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>An asset as the register has it, to compare a row with.</summary>
internal sealed record RegisteredAsset(long Id, AssetDraft Values, string? Account);

/// <summary>Looks up a batch of rows in the register by tag and by serial: two statements for five hundred rows.</summary>
internal sealed class AssetRegister(DbConnection connection)
{
    private readonly bool isEmpty = connection.Number("select count(*) from (select 1 from assets limit 1) as any_asset") == 0;

    public Known Find(IReadOnlyList<AssetDraft> batch)
    {
        var known = new Known();
        if (isEmpty) return known;
        var byTag = AmongKeys.Condition(connection, "tag_key", 0);
        foreach (var asset in connection.Rows(
            $"select id, tag, tag_key, serial, serial_key, kind, model_id, state, purchased_on, price, supplier_id, warranty_until, site_id, room, note, user_account from assets where {byTag}",
            Read, AmongKeys.Value(connection, [.. batch.Select(d => d.TagKey)])))
        {
            known.Add(asset);
        }
        var bySerial = AmongKeys.Condition(connection, "serial_key", 0);
        var serials = batch.Select(d => d.SerialKey).OfType<string>().ToList();
        foreach (var (serial, tag) in connection.Rows(
            $"select serial_key, tag_key from assets where {bySerial}", r => (r.GetString(0), r.GetString(1)), AmongKeys.Value(connection, serials)))
        {
            known.AddHolder(serial, tag);
        }
        return known;
    }

    private static RegisteredAsset Read(DbDataReader r) => new(
        r.GetInt64(0),
        new AssetDraft
        {
            Tag = r.GetString(1),
            TagKey = r.GetString(2),
            Serial = r.Text(3),
            SerialKey = r.Text(4),
            Kind = (AssetKind)r.GetInt32(5),
            ModelId = r.GetInt32(6),
            State = (AssetState)r.GetInt32(7),
            PurchasedOn = r.Int(8),
            Price = Money.FromOre(r.GetInt64(9)),
            SupplierId = r.Int(10),
            WarrantyUntil = r.Int(11),
            SiteId = r.Int(12),
            Room = r.Text(13),
            Note = r.Text(14),
            Search = "",
        },
        r.Text(15));

    public sealed class Known
    {
        private readonly Dictionary<string, RegisteredAsset> byTag = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal);

        public void Add(RegisteredAsset asset) => byTag[asset.Values.TagKey] = asset;

        public void AddHolder(string serialKey, string tagKey) => holders[serialKey] = tagKey;

        public RegisteredAsset? ByTag(string tagKey) => byTag.GetValueOrDefault(tagKey);

        public string? HolderOf(string serialKey) => holders.GetValueOrDefault(serialKey);
    }
}
