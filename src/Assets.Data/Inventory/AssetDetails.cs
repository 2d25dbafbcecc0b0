using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

public sealed record AssetFacts(
    long Id,
    string Tag,
    string? Serial,
    AssetKind Kind,
    AssetState State,
    string ModelCode,
    string Vendor,
    string ModelName,
    DateOnly? PurchasedOn,
    Money Price,
    string? SupplierCode,
    string? Supplier,
    DateOnly? WarrantyUntil,
    string? SiteCode,
    string? Site,
    string? Room,
    string? Note,
    int? UserUnitId,
    string? UserUnit,
    string? UserAccount,
    long? ParentId,
    string? UserUnitCode = null,
    string? Certificate = null,
    long ChangeSetId = 0,
    int LifeMonths = 0,
    string? ParentTag = null)
{
    /// <summary>The fields that history follows, in the words of history.</summary>
    public IReadOnlyDictionary<string, string?> Values => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["serial"] = Serial,
        ["model_code"] = ModelCode,
        ["purchase_date"] = PurchasedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["price"] = Price.ToString(),
        ["supplier_code"] = SupplierCode,
        ["warranty_until"] = WarrantyUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["site_code"] = SiteCode,
        ["room"] = Room,
        ["state"] = AssetStates.Vocabulary.Word(State),
        ["note"] = Note,
        ["user_unit"] = UserUnitCode,
        ["user_account"] = UserAccount,
        ["parent_tag"] = ParentTag,
        ["certificate"] = Certificate,
    };
}

/// <summary>Another asset beside this one: the computer it belongs to, or what is attached to it.</summary>
public sealed record AssetLink(long Id, string Tag, AssetKind Kind, string Model, AssetState State);

/// <summary>What is known of one asset. The payer stands on the contract lines, the user on the asset, the owner is always IT.</summary>
/// <param name="Attached">What is attached to it, within reach; so is the parent.</param>
/// <param name="Lines">Its stretches of contract lines within reach, newest first.</param>
/// <param name="DeviceId">The polled device that it is.</param>
/// <param name="Value">What its book value is calculated from; none where nobody knows when it came into service.</param>
public sealed record AssetDetails(
    AssetFacts Facts,
    AssetLink? Parent,
    IReadOnlyList<AssetLink> Attached,
    IReadOnlyList<LineStretch> Lines,
    IReadOnlyList<MonthAmount> Costs,
    int? DeviceId,
    RecordHistory History,
    AssetValue? Value)
{
    /// <summary>None where the asset does not exist or is not for this viewer's eyes: the two are not told apart.</summary>
    /// <param name="costs">Where the viewer may see what is paid.</param>
    public static AssetDetails? Read(Database database, TimeProvider clock, Reach register, Reach costs, long id)
    {
        using var reading = PageReading.Begin(database);
        var facts = reading.First(
            new Query().Add($"select a.id, a.tag, a.serial, a.kind, a.state, m.code, m.vendor, m.name, a.purchased_on, a.price, p.code, p.name, a.warranty_until, s.code, s.name, a.room, a.note, a.user_unit_id, o.name, a.user_account, a.parent_id, o.code, a.certificate, a.change_set_id, m.life_months, b.tag from assets a join models m on m.id = a.model_id left join suppliers p on p.id = a.supplier_id left join sites s on s.id = a.site_id left join organisations o on o.id = a.user_unit_id left join assets b on b.id = a.parent_id where a.id = {id}"),
            r => new AssetFacts(
                r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), (AssetState)r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7), r.DayOrNone(8),
                Money.FromOre(r.GetInt64(9)), r.Text(10), r.Text(11), r.DayOrNone(12), r.Text(13), r.Text(14), r.Text(15), r.Text(16), r.Int(17), r.Text(18), r.Text(19), r.Long(20), r.Text(21), r.Text(22), r.GetInt64(23), r.GetInt32(24), r.Text(25)));
        if (facts is null) return null;
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var lines = LineStretch.Of(reading, new Query().Add($" where g.asset_id = {id}"));
        if (!register.IsEverywhere)
        {
            var uses = facts.UserUnitId is { } unit && register.Covers(unit);
            var pays = lines.Exists(l => l.Contains(today) && register.Covers(l.UnitId));
            if (!uses && !pays) return null;
        }
        var seen = lines.Where(l => costs.Covers(l.UnitId)).ToList();
        return new AssetDetails(
            facts,
            facts.ParentId is { } parent ? Links(reading, Within(new Query().Add($" where a.id = {parent}"))).FirstOrDefault() : null,
            Links(reading, Within(new Query().Add($" where a.parent_id = {id}")).Raw(" order by a.tag_key")),
            [.. seen.OrderByDescending(l => l.From)],
            MonthAmount.OfLines(reading, [.. seen.Select(l => l.LineId).Distinct()], id, costs),
            reading.Number(new Query().Add($"select id from devices where asset_id = {id}")) is var device and not 0 ? (int)device : null,
            RecordHistory.Of(reading, Subject.Asset, id),
            AssetWorth.Of(reading, id, facts.Tag, facts.Price, facts.PurchasedOn, facts.LifeMonths));

        // What stands beside it is told of where it could be opened too.
        Query Within(Query links) => register.IsEverywhere ? links : links.Raw(" and (a.user_unit_id in ").Numbers(register.Units)
            .Add($" or exists (select 1 from line_segments g where g.asset_id = a.id and g.from_on <= {today} and (g.until_on is null or g.until_on > {today}) and g.unit_id in ").Numbers(register.Units).Raw("))");
    }

    private static List<AssetLink> Links(PageReading reading, Query condition) => reading.Rows(
        condition.Wrap("select a.id, a.tag, a.kind, m.vendor, m.name, a.state from assets a join models m on m.id = a.model_id", ""),
        r => new AssetLink(r.GetInt64(0), r.GetString(1), (AssetKind)r.GetInt32(2), $"{r.GetString(3)} {r.GetString(4)}", (AssetState)r.GetInt32(5)));
}
