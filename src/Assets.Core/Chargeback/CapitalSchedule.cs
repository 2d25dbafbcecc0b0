using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>One contract month of a capital component, for the quantity that the schedule was made for.</summary>
/// <param name="Number">From 1 to the term.</param>
/// <param name="Opening">Book value on <paramref name="From"/>; for an annuity the debt that is left.</param>
/// <param name="Charged">What <see cref="Rating"/> charges a whole such month, whatever the columns beside it say.</param>
/// <param name="Closing">Opening less depreciation.</param>
public sealed record ScheduleMonth(
    int Number,
    DateOnly From,
    DateOnly Until,
    Money Opening,
    Money Depreciation,
    Money Interest,
    Money Charged,
    Money Closing)
{
    /// <summary>Depreciation and interest: what the month has to recover. The last of an annuity is less than what is charged: 262.88 of 262.97.</summary>
    public Money Payment => Depreciation + Interest;
}

/// <summary>
/// The whole calculation behind a capital price, month by month, as people want to see it explained. Depreciation is cumulative, so
/// that it sums to the öre to price less residual; interest is rounded each month; the charged rate is rounded once and may differ
/// from their sum by an öre, which <see cref="Difference"/> adds up.
/// </summary>
public sealed class CapitalSchedule
{
    private CapitalSchedule(CapitalComponent capital, int quantity, EquatableArray<ScheduleMonth> months)
    {
        Capital = capital;
        Quantity = quantity;
        Months = months;
        foreach (var month in months)
        {
            Depreciation += month.Depreciation;
            Interest += month.Interest;
            Charged += month.Charged;
        }
    }

    public CapitalComponent Capital { get; }

    public int Quantity { get; }

    public EquatableArray<ScheduleMonth> Months { get; }

    /// <summary>Price less residual, to the öre.</summary>
    public Money Depreciation { get; }

    /// <summary>Sum of the rounded months. 12,000.00 over 48 months at 2.5 %: A 600.00, B 612.52, C 750.00, D 622.47.</summary>
    public Money Interest { get; }

    public Money Charged { get; }

    /// <summary>What is charged beyond depreciation and interest, from rounding: 0.09 for the annuity above. It stays charged.</summary>
    public Money Difference => Charged - Depreciation - Interest;

    /// <param name="quantity">Units; prices and residuals are multiplied by it before anything is rounded.</param>
    public static CapitalSchedule Of(CapitalComponent capital, int quantity = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        var months = new ScheduleMonth[capital.TermMonths];
        var opening = Money.FromOre(checked(quantity * capital.PurchasePrice.Ore));
        for (var number = 1; number <= months.Length; number++)
        {
            var charged = CapitalPricing.MonthRate(capital, number, quantity);
            var (depreciation, interest) = capital.Method == Method.D
                ? AnnuityMonth(capital, number, quantity, opening, charged)
                : StraightMonth(capital, number, quantity, opening);
            var month = new ScheduleMonth(
                number,
                CapitalPricing.FirstDay(capital, number),
                CapitalPricing.FirstDay(capital, number + 1),
                opening,
                depreciation,
                interest,
                charged,
                opening - depreciation);
            months[number - 1] = month;
            opening = month.Closing;
        }
        return new CapitalSchedule(capital, quantity, new EquatableArray<ScheduleMonth>(months));
    }

    /// <summary>
    /// By methods A, B and C the book value after a number of contract months, without the months before it: of 12,000.00 over 48 months
    /// 11,750.00 after one. What a million assets are worth on a day is not asked of a million schedules.
    /// </summary>
    internal static Money StraightClosing(CapitalComponent capital, int months, int quantity)
    {
        var price = quantity * capital.PurchasePrice.Kronor;
        return Rounding.ToOre(price - ((price - (quantity * capital.Residual.Kronor)) * months / capital.TermMonths));
    }

    private static (Money Depreciation, Money Interest) StraightMonth(CapitalComponent capital, int number, int quantity, Money opening)
    {
        var price = quantity * capital.PurchasePrice.Kronor;
        var residual = quantity * capital.Residual.Kronor;
        var closing = StraightClosing(capital, number, quantity);
        var yearStart = (number - 1) / 12 * 12;
        var interestOn = capital.Method switch
        {
            Method.A => (price + residual) / 2,
            Method.B => price - ((price - residual) * (number - 1) / capital.TermMonths),
            _ => price - ((price - residual) * yearStart / capital.TermMonths),
        };
        return (opening - closing, Rounding.ToOre(interestOn * capital.InterestPercent / 1200m));
    }

    // In arrears: interest on the debt of the month before, the rest of the level payment pays it down, and the last payment takes
    // exactly what is left. A level payment rounded up far enough (0.30 kr over 48 months) has paid all before its time.
    private static (Money Depreciation, Money Interest) AnnuityMonth(CapitalComponent capital, int number, int quantity, Money opening, Money charged)
    {
        var interest = Rounding.ToOre(opening.Kronor * capital.InterestPercent / 1200m);
        var left = opening - Money.FromOre(checked(quantity * capital.Residual.Ore));
        var repaid = charged - interest;
        return (number == capital.TermMonths || repaid > left ? left : repaid, interest);
    }
}
