using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>The internal interest from a day on, until a later row begins. Decided by each municipality, often yearly: 2.5 from 2026-01-01.</summary>
public sealed record InterestRow(DateOnly From, decimal PercentPerYear);

/// <summary>An amount a month beside capital and support: extra memory, round-the-clock duty.</summary>
public sealed record Surcharge(string Name, Money MonthlyRate);

/// <summary>What a price is asked for with. Amounts without VAT, for one unit.</summary>
public sealed record PriceRequest(
    Method Method,
    Money PurchasePrice,
    Money Residual,
    int TermMonths,
    Money Support,
    EquatableArray<Surcharge> Surcharges,
    DateOnly Start);

/// <summary>Makes a line's price of components that keep the whole calculation.</summary>
public static class PriceCalculation
{
    /// <summary>
    /// The price with the interest that is in force on its first day, locked for the term: the list is dated, the contract is not
    /// repriced. 12,000.00, 48 months, support 95.00, method A, 2.5 %: <c>capital</c> (262.50 a month) and <c>support</c> 95.00. Parts
    /// of 0.00 are left out, a capital of 0.00 too.
    /// </summary>
    public static Outcome<Price> MakePrice(PriceRequest request, IEnumerable<InterestRow> interest)
    {
        if (Refused(request) is { } refusal) return refusal;
        var components = new List<Component>();
        if (request.PurchasePrice > Money.Zero)
        {
            if (InForce(interest, request.Start) is not { } row) return new Refusal(LineRefusals.NoInterest, Day(request.Start));
            if (row.PercentPerYear is < 0 or > LineRules.GreatestInterestPercent)
                throw new ArgumentException($"An interest of {row.PercentPerYear} % should never have been kept.", nameof(interest));
            components.Add(new CapitalComponent(
                Components.Capital, request.Method, request.PurchasePrice, request.Residual, request.TermMonths, row.PercentPerYear, request.Start));
        }
        if (request.Support > Money.Zero) components.Add(new FlatComponent(Components.Support, request.Support));
        foreach (var surcharge in request.Surcharges)
        {
            if (surcharge.MonthlyRate == Money.Zero) continue;
            components.Add(new FlatComponent(surcharge.Name, surcharge.MonthlyRate));
        }
        return new Price([.. components]);
    }

    /// <summary>The row that has begun last on a day; none before the first.</summary>
    public static InterestRow? InForce(IEnumerable<InterestRow> interest, DateOnly day)
    {
        InterestRow? latest = null;
        foreach (var row in interest)
        {
            if (row.From <= day && (latest is null || row.From > latest.From)) latest = row;
        }
        return latest;
    }

    private static Refusal? Refused(PriceRequest request)
    {
        if (request.PurchasePrice < Money.Zero || request.Residual < Money.Zero || request.Support < Money.Zero)
            return new Refusal(LineRefusals.NegativeAmount, "");
        if (!LineRules.InRange(request.PurchasePrice) || !LineRules.InRange(request.Support)) return new Refusal(LineRefusals.AmountOutOfRange, "");
        if (request.Residual > request.PurchasePrice) return new Refusal(LineRefusals.ResidualAbovePrice, request.Residual.ToString());
        if (request.TermMonths is < 1 or > LineRules.GreatestTermMonths)
            return new Refusal(LineRefusals.TermOutOfRange, request.TermMonths.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var names = new HashSet<string>(StringComparer.Ordinal) { Components.Capital, Components.Support, Components.Rent };
        foreach (var surcharge in request.Surcharges)
        {
            var usable = surcharge.Name.Length > 0 && !surcharge.Name.Contains(':') && !surcharge.Name.Any(char.IsControl)
                && !Components.IsOneOff(surcharge.Name) && names.Add(surcharge.Name);
            if (!usable) return new Refusal(LineRefusals.ComponentName, surcharge.Name);
            if (!LineRules.InRange(surcharge.MonthlyRate)) return new Refusal(LineRefusals.AmountOutOfRange, surcharge.Name);
        }
        return null;
    }

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
