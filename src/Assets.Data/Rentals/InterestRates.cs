using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>The internal interest through the years, the latest first.</summary>
public static class InterestRates
{
    public static IReadOnlyList<InterestRow> Read(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(Query.Of("select valid_from, milli_percent from interest_rates order by valid_from desc"), r => new InterestRow(r.Day(0), r.GetInt32(1) / 1000m));
    }
}
