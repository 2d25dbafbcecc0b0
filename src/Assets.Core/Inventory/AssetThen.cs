using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>Who paid for an asset on a day, by which contract line, as far as the reader may know it.</summary>
/// <param name="LineCode">None, with the rent, where the reader may know who pays and not what.</param>
public sealed record RentedThen(string? LineCode, string PayerCode, string Payer, string CustomerCode, string Customer, string? CostCode, Money? MonthlyRent);

/// <summary>One asset as it was believed to be on a day. Codes are those of that time; the names of places and units are today's.</summary>
/// <param name="BookValue">None where the price is missing, or nobody knew when it came into service.</param>
/// <param name="Rented">None where no contract line had it on the day, or one that the reader knows nothing of.</param>
public sealed record AssetThen(
    long Id, string Tag, string? Serial, string ModelCode, string Model, AssetKind Kind, AssetState State, string? SiteCode, string? Site, string? Room,
    string? UserUnitCode, string? UserUnit, string? UserAccount, DateOnly? PurchasedOn, Money Price, string? ParentTag, Money? BookValue, RentedThen? Rented)
{
    /// <summary>The stretch of a contract line that has the asset on a day; none where it is not rented out then. Lines never overlap.</summary>
    public static (LineSnapshot Line, Segment Segment)? RentedOn(IEnumerable<LineSnapshot> lines, string tag, DateOnly day)
    {
        foreach (var line in lines)
        {
            foreach (var segment in line.Segments)
            {
                if (segment.AssetTag == tag && segment.Period.Contains(day)) return (line, segment);
            }
        }
        return null;
    }

    /// <summary>By the rule of the asset's own page (<see cref="AssetValue"/>), from the price, purchase and lines that were believed.</summary>
    public static Money? Worth(string tag, Money price, DateOnly? purchasedOn, int lifeMonths, IEnumerable<LineSnapshot> lines, DateOnly day) =>
        price <= Money.Zero ? null : AssetValue.Of(tag, price, purchasedOn, lifeMonths, lines)?.On(day);
}
