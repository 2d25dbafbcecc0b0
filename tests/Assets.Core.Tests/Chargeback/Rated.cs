using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Tests.Chargeback;

internal static class Rated
{
    public static List<Charge> Month(LineSnapshot line, BillingMonth month, List<Finding>? findings = null)
    {
        var charges = new List<Charge>();
        Rating.Rate(line, month, charges, findings);
        return charges;
    }

    public static Money Sum(IEnumerable<Charge> charges) => charges.Aggregate(Money.Zero, (sum, charge) => sum + charge.Amount);

    public static string Text(IEnumerable<Charge> charges) =>
        string.Join(", ", charges.Select(row => $"{row.Component} {row.From:dd}–{row.To:dd} {row.Amount}"));
}
