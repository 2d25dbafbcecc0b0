using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>What a line is to cost.</summary>
public abstract record RentTerms
{
    internal abstract Outcome<Price> MakePrice(RentalRegister register);
}

/// <summary>The same amount every month, of one unit: component <c>rent</c>.</summary>
public sealed record FixedRent(Money MonthlyRate) : RentTerms
{
    internal override Outcome<Price> MakePrice(RentalRegister register)
    {
        if (MonthlyRate < Money.Zero) return new Refusal(LineRefusals.NegativeAmount, MonthlyRate.ToString());
        if (!LineRules.InRange(MonthlyRate)) return new Refusal(LineRefusals.AmountOutOfRange, MonthlyRate.ToString());
        return new Price([new FlatComponent(Components.Rent, MonthlyRate)]);
    }
}

/// <summary>Calculated by method A, B, C or D with the internal interest in force on the first day; the calculation is kept with the line.</summary>
public sealed record CalculatedRent(PriceRequest Request) : RentTerms
{
    /// <summary>An interest a year that was agreed on before the first day; none: the one in force on it.</summary>
    public decimal? InterestPercent { get; init; }

    internal override Outcome<Price> MakePrice(RentalRegister register) =>
        PriceCalculation.MakePrice(Request, InterestPercent is { } agreed ? [new InterestRow(Request.Start, agreed)] : register.Interest());
}
