using Assets.Core.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Standard;

/// <summary>An edition among the others, without its content.</summary>
public sealed record EditionListItem(int Number, EditionState State, DateOnly? ValidFrom, DateOnly? DecidedOn, string? Minute, string? DecidedBy, EditionStanding Standing);

/// <summary>All editions as pages show them; there are some tens at most, one a year.</summary>
public static class EditionOverview
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<EditionListItem> Read(Database database, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        return Read(reading, today);
    }

    internal static List<EditionListItem> Read(PageReading reading, DateOnly today)
    {
        var rows = reading.Rows(
            Query.Of("select number, state, valid_from, decided_on, minute, decided_by from editions order by number desc"),
            r => new EditionListItem(r.GetInt32(0), (EditionState)r.GetInt32(1), r.DayOrNone(2), r.DayOrNone(3), r.Text(4), r.Text(5), default));
        var firstDays = rows.Where(row => row.State == EditionState.Decided).Select(row => row.ValidFrom).Order().ToList();
        return [.. rows.Select(row => row with
        {
            Standing = EditionStandings.On(row.State, row.ValidFrom, firstDays.Find(day => day > row.ValidFrom), today),
        })];
    }
}

/// <summary>One edition with all that its page shows.</summary>
/// <param name="InUse">How many of each product run today, by code.</param>
public sealed record EditionDetails(DatedEdition Edition, EditionListItem Item, IReadOnlyDictionary<string, long> InUse, RecordHistory History)
{
    public static EditionDetails? Read(Database database, int number, DateOnly today)
    {
        if (DatedEdition.Find(database, number) is not { } edition) return null;
        using var reading = PageReading.Begin(database);
        var inUse = reading.Rows(
            new Query().Add($"select product_code, sum(quantity) from line_segments where product_code is not null and from_on <= {today} and (until_on is null or until_on > {today}) group by product_code"),
            r => (Code: r.GetString(0), Count: Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)));
        return new EditionDetails(
            edition,
            EditionOverview.Read(reading, today).Find(item => item.Number == number)!,
            inUse.GroupBy(row => row.Code, row => row.Count, StringComparer.OrdinalIgnoreCase).ToDictionary(row => row.Key, row => row.Sum(), StringComparer.OrdinalIgnoreCase),
            RecordHistory.Of(reading, Subject.Edition, edition.Id));
    }
}
