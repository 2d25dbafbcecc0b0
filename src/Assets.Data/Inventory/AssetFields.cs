using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>Of an asset the fields that the whole register shows, by code as the history has them.</summary>
internal sealed record AssetFields(
    long Id, string Tag, string? Serial, string ModelCode, AssetState State, DateOnly? PurchasedOn, Money Price, string? SiteCode, string? Room, string? UserUnitCode, string? UserAccount, string? ParentTag)
{
    /// <summary>Of the assets after a number, in ascending order.</summary>
    public static BulkRead Select(Reading reading) => reading.Query("""
        select a.id, a.tag, a.serial, a.model_id, a.state, a.purchased_on, a.price, a.site_id, a.room, a.user_unit_id, a.user_account, p.tag
        from (select * from assets where id > @p0 order by id limit @p1) a left join assets p on p.id = a.parent_id
        order by a.id
        """);

    public static AssetFields Read(BulkRead row, NamesThen names) => new(
        row.Long(0), row.Text(1), row.TextOrNone(2), names.ModelCodes[row.Long(3)], (AssetState)row.Int(4), row.DayOrNone(5), Money.FromOre(row.Long(6)),
        row.LongOrNone(7) is { } site ? names.SiteCodes[site] : null, row.TextOrNone(8), row.LongOrNone(9) is { } unit ? names.UnitCodes[unit] : null, row.TextOrNone(10), row.TextOrNone(11));

    /// <summary>As it was believed to be; none where it was not known, or not there yet.</summary>
    public AssetFields? AsOf(RecordHistory history, Belief belief)
    {
        if (!history.HasChanges) return history.IsKnown(belief.Until, belief.About) ? this : null;
        if (history.AsOf(belief.Until, belief.About, Values()) is not { } then) return null;
        return new AssetFields(
            Id, Tag, then["serial"], then["model_code"] ?? ModelCode, AssetStates.Vocabulary.TryParse(then["state"], out var state) ? state : State,
            then["purchase_date"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            then["price"] is { } price ? Money.FromKronor(decimal.Parse(price, CultureInfo.InvariantCulture)) : Money.Zero,
            then["site_code"], then["room"], then["user_unit"], then["user_account"], then["parent_tag"]);
    }

    private Dictionary<string, string?> Values() => new(StringComparer.Ordinal)
    {
        ["serial"] = Serial,
        ["model_code"] = ModelCode,
        ["purchase_date"] = PurchasedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["price"] = Price.ToString(),
        ["site_code"] = SiteCode,
        ["room"] = Room,
        ["state"] = AssetStates.Vocabulary.Word(State),
        ["user_unit"] = UserUnitCode,
        ["user_account"] = UserAccount,
        ["parent_tag"] = ParentTag,
    };
}
