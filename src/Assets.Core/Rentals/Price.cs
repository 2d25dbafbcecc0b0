using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>The price of one unit of a line: components that are rated and rounded each on its own. Their names differ.</summary>
public sealed record Price(EquatableArray<Component> Components);

public abstract record Component(string Name);

/// <summary>The same amount every month: rent of an imported line, support, a surcharge.</summary>
public sealed record FlatComponent(string Name, Money MonthlyRate) : Component(Name);

/// <summary>
/// Depreciation and interest, recovered over a term. It keeps the whole calculation, so that it can be explained and recomputed:
/// 12,000.00 over 48 months at 2.5 % by method A is 262.50 a month.
/// </summary>
/// <param name="PurchasePrice">Of one unit, without VAT.</param>
/// <param name="Residual">What the unit is taken to be worth after the term.</param>
/// <param name="InterestPercent">A year; the row that was in force on <paramref name="Start"/>, or when the order was sent that it was delivered on. Locked for the term.</param>
/// <param name="Start">The first day of contract month 1. The capital part is charged from here and for the term, and then no more.</param>
public sealed record CapitalComponent(
    string Name,
    Method Method,
    Money PurchasePrice,
    Money Residual,
    int TermMonths,
    decimal InterestPercent,
    DateOnly Start) : Component(Name)
{
    /// <summary>The first day after the term; a start on the 31st ends on the last day of a shorter month.</summary>
    public DateOnly Until => Start.AddMonths(TermMonths);
}

/// <summary>How capital is turned into months. The letter is written on the price, since the four give different money.</summary>
public enum Method
{
    /// <summary>Straight-line, level: interest on half the capital. The default.</summary>
    A = 0,

    /// <summary>Straight-line, interest on the book value at the start of each contract month.</summary>
    B = 1,

    /// <summary>As B, with the book value at the start of each contract year.</summary>
    C = 2,

    /// <summary>Annuity, paid in arrears.</summary>
    D = 3,
}

/// <summary>The names of components that the program itself knows. Surcharges have names of their own.</summary>
public static class Components
{
    public const string Rent = "rent";
    public const string Capital = "capital";
    public const string Support = "support";

    /// <summary>One-off: book value and handling fee of an asset that was lost or broken.</summary>
    public const string LossFee = "loss_fee";

    /// <summary>One-off: the capital part that was still unpaid at an early return.</summary>
    public const string EarlyReturn = "early_return";

    public static bool IsOneOff(string name) => name is LossFee or EarlyReturn;
}
