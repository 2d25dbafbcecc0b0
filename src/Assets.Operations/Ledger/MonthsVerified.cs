using Assets.Core.Values;
using Assets.Data.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>What is wrong with a closed month.</summary>
/// <param name="Code">One of <see cref="MonthFaults"/>.</param>
/// <param name="Detail">The charge and both amounts, or both heads: data, in the order stored, recomputed.</param>
public sealed record MonthFault(string Code, string Detail);

public sealed record VerifiedMonth(ClosedMonth Month, IReadOnlyList<MonthFault> Faults);

/// <param name="HeadOf">The closed month that a head kept elsewhere belongs to; none where it belongs to none, or none was given.</param>
public sealed record MonthsVerified(IReadOnlyList<VerifiedMonth> Months, string? GivenHead, BillingMonth? HeadOf)
{
    public bool Holds => Months.All(month => month.Faults.Count == 0) && (GivenHead is null || HeadOf is not null);
}

public static class MonthFaults
{
    /// <summary>A stored charge is not what its inputs give. The first one, with both.</summary>
    public const string ChargeDiffers = "charge_differs";

    /// <summary>The inputs give a charge that is not stored.</summary>
    public const string ChargeMissing = "charge_missing";

    /// <summary>A charge is stored that the inputs do not give.</summary>
    public const string ChargeUnexpected = "charge_unexpected";

    /// <summary>Number and sum of the stored charges are not those that the month closed with.</summary>
    public const string TotalsDiffer = "totals_differ";

    /// <summary>What the month's own row says is not what the months before it, or the history of its closing, give. Detail: what, and both.</summary>
    public const string MonthDiffers = "month_differs";

    /// <summary>The head over what is stored is not the month's.</summary>
    public const string HeadDiffers = "head_differs";

    /// <summary>The month does not follow the one before: a month was taken out, put in, or exchanged.</summary>
    public const string ChainBroken = "chain_broken";

    /// <summary>A stored input cannot be read any more. Detail: why.</summary>
    public const string InputUnreadable = "input_unreadable";

    /// <summary>A month before it is at fault, and what is corrected here rests on it.</summary>
    public const string RestsOnFaulty = "rests_on_faulty";
}
