using System.Data.Common;
using Assets.Core.Ledger;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;

namespace Assets.Operations.Ledger;

/// <summary>The head of a month over what is stored: its lines at the watermark, then its charges.</summary>
internal static class MonthHead
{
    public static string Of(DbConnection connection, string previousHead, BillingMonth month, long watermark)
    {
        using var digest = new MonthDigest(previousHead, month, watermark);
        LineTexts.ByCode(connection, watermark, digest.Line);
        foreach (var charge in StoredStatement.InOrder(connection, month)) digest.Charge(charge);
        return digest.Finish();
    }
}
