using System.Net;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>What something that was found is.</summary>
public enum FoundKind
{
    Asset = 0,
    Device = 1,
    Line = 2,
    Order = 3,
    Purchase = 4,
    Site = 5,
    Unit = 6,
    Person = 7,
}

/// <param name="IsExact">It is called just that; the others are only like it.</param>
public sealed record Found(FoundKind Kind, string Title, string Detail, string Address, bool IsExact);

/// <summary>
/// One question to everything that the viewer may see: tag, serial, person, address on the network, order, contract line, purchase, place.
/// What is called exactly so comes first; only where nothing is, what is likely to have been meant.
/// </summary>
public sealed class FindAnything(Database database, AssetList assets, LineList lines)
{
    private const int Most = 10;
    private const int LeastForTypos = 5;

    public IReadOnlyList<Found> Read(Viewer viewer, string text)
    {
        var key = Keys.Fold(text);
        if (key.Length == 0) return [];
        var found = new List<Found>();
        if (viewer.May(Permission.ViewRegister)) found.AddRange(Assets(viewer.Reach(Permission.ViewRegister), text, key));
        if (viewer.May(Permission.ViewNetwork)) found.AddRange(Devices(viewer.Reach(Permission.ViewNetwork), text.Trim(), key));
        if (viewer.May(Permission.ViewContracts)) found.AddRange(Lines(viewer.Reach(Permission.ViewContracts), key));
        if (viewer.May(Permission.ViewOrders)) found.AddRange(Orders(viewer.Reach(Permission.ViewOrders), key));
        if (viewer.Reach(Permission.ViewPurchases).IsEverywhere) found.AddRange(Purchases(key));
        if (viewer.May(Permission.ViewRegister)) found.AddRange(Places(viewer.Reach(Permission.ViewRegister), key));
        if (FindPeople.MayBeName(key))
        {
            if (viewer.May(Permission.ViewOrders)) found.AddRange(FindPeople.OrderedFor(database, viewer.Reach(Permission.ViewOrders), text, key, Most));
            if (viewer.May(Permission.ViewRegister)) found.AddRange(FindPeople.WithAccount(database, viewer.Reach(Permission.ViewRegister), key, Most));
        }
        return [.. found.OrderByDescending(hit => hit.IsExact).ThenBy(hit => hit.Kind)];
    }

    private List<Found> Assets(Reach reach, string text, string key)
    {
        var keys = LookAlike.Keys(text);
        var named = Named(reach, keys);
        if (named.Count == 1) return [Asset(named[0], exact: true)]; // misread, but it can be nothing else
        if (named.Count > 0) return [.. named.Select(item => Asset(item, Keys.Fold(item.Tag) == key || (item.Serial is { } serial && Keys.Fold(serial) == key)))];
        var like = assets.Read(reach, new AssetQuery(text, PageSize: Most)).Items.ToList();
        if (like.Count == 0 && key.Length >= LeastForTypos && !key.Contains(' ', StringComparison.Ordinal)) like = Typos(reach, text, key);
        return [.. like.Select(item => Asset(item, item.UserAccount is { } account && Keys.Fold(account) == key))];
    }

    // Whoever may not see all sees only what the list would show: it is asked for each, so that its rules hold here.
    private List<AssetListItem> Named(Reach reach, IReadOnlyList<string> keys)
    {
        using var reading = PageReading.Begin(database);
        var sql = Among(Among(new Query().Raw("select tag from assets where tag_key in "), keys).Raw(" union select tag from assets where serial_key in "), keys);
        var tags = reading.Rows(sql.Add($" order by 1 limit {Most}"), r => r.GetString(0));
        return [.. tags.SelectMany(tag => assets.Read(reach, new AssetQuery(tag, PageSize: Most)).Items.Where(item => item.Tag == tag))];
    }

    private static Query Among(Query query, IReadOnlyList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++) query.Raw(i == 0 ? "(" : ",").Add($"{keys[i]}");
        return query.Raw(")");
    }

    // One letter wrong leaves one half of the word right.
    private List<AssetListItem> Typos(Reach reach, string text, string key)
    {
        var meant = LookAlike.Key(text);
        return [.. new[] { key, meant }
            .SelectMany(word => new[] { word[(word.Length / 2)..], word[..(word.Length / 2)] })
            .Where(half => half.Length >= 3)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(half => assets.Read(reach, new AssetQuery(half, PageSize: 200)).Items)
            .DistinctBy(item => item.Id)
            .Where(item => LookAlike.IsOneTypoFrom(meant, LookAlike.Key(item.Tag)) || (item.Serial is { } serial && LookAlike.IsOneTypoFrom(meant, LookAlike.Key(serial)))
                || (item.UserAccount is { } account && LookAlike.IsOneTypoFrom(meant, LookAlike.Key(account))))
            .Take(Most)];
    }

    private static Found Asset(AssetListItem item, bool exact) =>
        new(FoundKind.Asset, item.Tag, string.Join(" · ", new[] { item.Model, item.Serial, item.UserAccount ?? item.UserUnit, item.Site }.OfType<string>()), $"/assets/{item.Id}", exact);

    private List<Found> Devices(Reach reach, string text, string key)
    {
        var mac = HardwareAddress.Digits(text);
        var isAddress = IPAddress.TryParse(text, out _) && text.Contains('.', StringComparison.Ordinal);
        var sql = new Query().Raw("select d.id, d.name, d.address, d.sys_name, d.asset_id from devices d left join assets a on a.id = d.asset_id where (")
            .Add($"d.address = {text} or d.address like {InCapitals.Beginning(text + ".")} escape '!' or ").Holds("d.name", key).Raw(" or ").Raw(InCapitals.Of("d.sys_name")).Add($" = {key}");
        // As the poller writes it, and asked device by device: the index of series begins with the device.
        if (mac is not null) sql.Add($" or exists (select 1 from series s where s.device_id = d.id and s.metric = {"ifPhysAddress"} and s.last_text = {"0x" + mac})");
        sql.Raw(")");
        if (!reach.IsEverywhere) sql.Raw(" and a.user_unit_id in ").Numbers(reach.Units);
        using var reading = PageReading.Begin(database);
        return reading.Rows(sql.Add($" order by d.name, d.id limit {Most}"), r => new Found(
            FoundKind.Device, r.GetString(1), r.GetString(2), $"/devices/{r.GetInt32(0)}", mac is not null || isAddress || Keys.Fold(r.GetString(1)) == key));
    }

    private IEnumerable<Found> Lines(Reach reach, string key) => lines.Read(reach, new LineQuery(key, PageSize: Most)).Items
        .Where(line => Keys.Fold(line.Code).StartsWith(key, StringComparison.Ordinal))
        .Select(line => new Found(FoundKind.Line, line.Code, string.Join(" · ", new[] { line.Unit, line.AssetTag }.OfType<string>()), $"/contracts/{line.Id}", Keys.Fold(line.Code) == key));

    private List<Found> Orders(Reach reach, string key)
    {
        using var reading = PageReading.Begin(database);
        var sql = new Query().Add($"select o.number, u.name, o.number_key from orders o join organisations u on u.id = o.unit_id where o.number_key >= {key} and o.number_key < {key + "\U0010FFFF"} and o.state <> {OrderState.Basket}"); // a basket is its orderer's own
        if (!reach.IsEverywhere) sql.Raw(" and o.unit_id in ").Numbers(reach.Units);
        return reading.Rows(sql.Add($" order by o.number_key limit {Most}"), r => new Found(FoundKind.Order, r.GetString(0), r.GetString(1), $"/orders/{r.GetString(0)}", r.GetString(2) == key));
    }

    private List<Found> Purchases(string key)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select p.number, s.name, p.number_key, p.reference from purchase_orders p join suppliers s on s.id = p.supplier_id where (p.number_key >= {key} and p.number_key < {key + "\U0010FFFF"}) or ").Raw(InCapitals.Of("p.reference")).Add($" = {key} order by p.number_key limit {Most}"),
            r => new Found(FoundKind.Purchase, r.GetString(0), r.GetString(1), $"/purchases/{r.GetString(0)}", r.GetString(2) == key || Keys.Fold(r.Text(3) ?? "") == key));
    }

    // Some hundreds of each: they are read, since neither database folds å, ä and ö alike.
    private IEnumerable<Found> Places(Reach reach, string key)
    {
        using var reading = PageReading.Begin(database);
        var sites = reading.Rows(Query.Of("select code, name from sites"), r => (Kind: FoundKind.Site, Id: 0, Code: r.GetString(0), Name: r.GetString(1)));
        var units = reading.Rows(Query.Of("select id, code, name from organisations"), r => (Kind: FoundKind.Unit, Id: r.GetInt32(0), Code: r.GetString(1), Name: r.GetString(2)));
        return sites.Concat(units.Where(unit => reach.Covers(unit.Id)))
            .Select(place => (Place: place, Code: Keys.Fold(place.Code), Name: Keys.Fold(place.Name)))
            .Where(p => p.Code == key || (key.Length >= 3 && p.Name.Contains(key, StringComparison.Ordinal)) || (key.Length >= LeastForTypos && p.Name.Split(' ').Any(word => LookAlike.IsOneTypoFrom(key, word))))
            .Take(Most)
            .Select(p => new Found(
                p.Place.Kind, p.Place.Name, p.Place.Code, p.Place.Kind == FoundKind.Site ? $"/assets?site={Uri.EscapeDataString(p.Place.Code)}" : $"/organisations/{p.Place.Id}",
                p.Code == key || p.Name == key));
    }
}
