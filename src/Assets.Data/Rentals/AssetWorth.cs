using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>What an asset is worth in the books, by what its lines and its purchase say: what its page shows, and what its loss costs where no contract line has calculated it.</summary>
public static class AssetWorth
{
    /// <summary>None where its price is missing, or nobody knows when it came into service.</summary>
    public static Money? On(Database database, long assetId, DateOnly day)
    {
        using var reading = PageReading.Begin(database);
        var bought = reading.First(
            new Query().Add($"select a.tag, a.price, a.purchased_on, m.life_months from assets a join models m on m.id = a.model_id where a.id = {assetId}"),
            r => new { Tag = r.GetString(0), Price = Money.FromOre(r.GetInt64(1)), On = r.DayOrNone(2), Months = r.GetInt32(3) });
        return bought is null || bought.Price <= Money.Zero ? null : Of(reading, assetId, bought.Tag, bought.Price, bought.On, bought.Months)?.On(day);
    }

    // The whole of each line, with the stretches that others pay: when it came into service is a fact about the asset.
    internal static AssetValue? Of(PageReading reading, long assetId, string tag, Money price, DateOnly? purchasedOn, int lifeMonths) => AssetValue.Of(tag, price, purchasedOn, lifeMonths, reading.Rows(
        new Query().Add($"select v.body from contract_lines l join line_versions v on v.line_id = l.id and v.version = l.version where l.id in (select line_id from line_segments where asset_id = {assetId})"),
        r => LineText.Parse(r.GetString(0))));
}
