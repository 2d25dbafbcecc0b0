using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>What an asset is worth by what it cost and how long its model is to last: a proposal where no contract line has calculated it.</summary>
public static class AssetWorth
{
    /// <summary>12,000.00 bought on 10 March 2026 with a life of 48 months is worth 11,750.00 on 10 April. None where price, day or life is missing.</summary>
    public static Money? On(Database database, long assetId, DateOnly day)
    {
        using var reading = PageReading.Begin(database);
        var bought = reading.First(
            new Query().Add($"select a.price, a.purchased_on, m.life_months from assets a join models m on m.id = a.model_id where a.id = {assetId}"),
            r => new { Price = Money.FromOre(r.GetInt64(0)), On = r.DayOrNone(1), Months = r.GetInt32(2) });
        if (bought is not { On: { } from, Months: >= 1 and <= LineRules.GreatestTermMonths } || bought.Price <= Money.Zero) return null;
        return CapitalValue.BookValue(new CapitalComponent(Components.Capital, Method.A, bought.Price, Money.Zero, bought.Months, 0m, from), day);
    }
}
