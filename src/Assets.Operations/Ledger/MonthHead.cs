using System.Data.Common;
using Assets.Core.Ledger;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;

namespace Assets.Operations.Ledger;

/// <summary>The head of a month over what is stored: its own row, its lines up to the watermark, then its charges.</summary>
internal static class MonthHead
{
    /// <param name="closed">As it is stored, or is to be; its own head is not looked at.</param>
    public static string Of(DbConnection connection, ClosedMonth closed, int form = MonthDigest.NewestForm)
    {
        using var digest = new MonthDigest(
            new ClosingAct(closed.Month, closed.PreviousHead, closed.Watermark, closed.SettledWatermark, closed.RulesVersion, closed.AcceptReason), form);
        if (form == MonthDigest.FirstForm) LineTexts.Last(connection, closed.Watermark, digest.Version);
        else LineTexts.Every(connection, closed.Watermark, digest.Version);
        foreach (var (charge, customer) in StoredStatement.InOrder(connection, closed.Month)) digest.Charge(charge, customer);
        return digest.Finish();
    }

    /// <summary>The forms that a month may have, the likeliest first: none is followed by an older one.</summary>
    /// <param name="before">The form of the closed month before; none for the first.</param>
    public static int[] FormsAfter(int? before) => before switch
    {
        null => [MonthDigest.NewestForm, MonthDigest.FirstForm],
        MonthDigest.FirstForm => [MonthDigest.FirstForm, MonthDigest.NewestForm],
        _ => [MonthDigest.NewestForm],
    };
}
