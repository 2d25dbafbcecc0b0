using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Tests.Chargeback;

/// <summary>A small ledger: closes months of one line one after the other, correcting the earlier ones, as the operation does.</summary>
internal sealed class Postings
{
    public List<Charge> Rows { get; } = [];

    /// <summary>Posts the month: its own charges and what the closed months since <paramref name="first"/> should have been besides.</summary>
    public List<Charge> Close(LineSnapshot line, BillingMonth first, BillingMonth month)
    {
        var posted = Rated.Month(line, month);
        for (var closed = first; closed < month; closed = closed.Next)
            Correction.Between(month, closed, Posted.Net(Rows), Rated.Month(line, closed), posted);
        Rows.AddRange(posted);
        return posted;
    }
}
