using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// What one asset is worth in the books on a day: its own purchase price, written off evenly from the day on which it came into service.
/// 12,000.00 over 48 months from 10 March 2026: 12,000.00 on that day and before it, 11,750.00 on 10 April 2026, nothing from 10 March 2030 on.
/// </summary>
/// <param name="InService">The first day on which it was rented out, else the day of its purchase.</param>
/// <param name="LineCode">The contract line whose calculated price has the term; none: the life of the model.</param>
public sealed record AssetValue(Money Price, Money Residual, DateOnly InService, int TermMonths, string? LineCode)
{
    /// <summary>By the rule of a contract line's capital (<see cref="CapitalValue.BookValue"/>), at the beginning of the day.</summary>
    public Money On(DateOnly day) => CapitalValue.BookValue(new CapitalComponent(Components.Capital, Method.A, Price, Residual, TermMonths, 0m, InService), day);

    /// <summary>
    /// From what the lines of an asset say. The first term that was calculated is the one it is written off over: a machine that goes to
    /// somebody else after its term is not new again. The residual is the line's where the line is priced by this asset alone.
    /// </summary>
    /// <param name="lines">Each line that has, or had, the asset.</param>
    /// <param name="lifeMonths">Of the model.</param>
    /// <returns>None where nobody knows when it came into service.</returns>
    public static AssetValue? Of(string tag, Money price, DateOnly? purchasedOn, int lifeMonths, IEnumerable<LineSnapshot> lines)
    {
        var rented = (from line in lines from segment in line.Segments where segment.AssetTag == tag orderby segment.Period.From select (line.LineCode, Segment: segment)).ToList();
        if ((rented.Count > 0 ? rented[0].Segment.Period.From : purchasedOn) is not { } inService) return null;
        foreach (var (code, segment) in rented)
        {
            if (segment.Price.Components.OfType<CapitalComponent>().FirstOrDefault() is not { } capital) continue;
            return new AssetValue(price, capital.PurchasePrice == price ? capital.Residual : Money.Zero, inService, capital.TermMonths, code);
        }
        return new AssetValue(price, Money.Zero, inService, lifeMonths, null);
    }
}
