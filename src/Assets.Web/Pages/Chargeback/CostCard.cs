using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Chargeback;

/// <summary>A sum of the cost card with the address of what is behind it.</summary>
public sealed record CostRow(string Name, string? Note, string Address, long Lines, Money Amount);

/// <summary>What the cost card's page, its lines and its file have in common: whose costs and which month, as the address says and the reader may see.</summary>
public sealed class CostCard(Database database, CostSums sums, CostChanges changes, Words words, Formats formats)
{
    public required CostSelection Selection { get; init; }

    /// <summary>Newest first, two years at most.</summary>
    public required IReadOnlyList<MonthHead> Months { get; init; }

    public required MonthHead Month { get; init; }

    public MonthHead? Before => Months.FirstOrDefault(m => m.Month == Month.Month.Previous);

    public IReadOnlyList<CostSum> Sums => sums.Of(Month, Selection);

    public IReadOnlyList<LineChange> Changes => Before is { } before ? changes.Of(Month, before, Selection) : [];

    public IReadOnlyList<(MonthHead Month, Money Amount)> ByMonth => sums.ByMonth(Months, Selection);

    public Money TotalOf(MonthHead month) => ByMonth.First(m => m.Month == month).Amount;

    /// <summary>The months of the year that have not been run yet.</summary>
    public IReadOnlyList<BillingMonth> Coming => [.. Enumerable.Range(1, 12).Select(m => new BillingMonth(Months[0].Month.Year, m)).Where(m => m > Months[0].Month)];

    public string Address(string page, params (string Name, object? Value)[] values) =>
        page + "?" + string.Join('&', values.Prepend(("unit", Selection.Chosen?.Id)).Append(("month", Month.Month.ToString()))
            .Where(v => v.Item2 is not null).Select(v => $"{v.Item1}={Uri.EscapeDataString(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{v.Item2}"))}"));

    /// <summary>The year by month: what was charged, and after it what the lines of today will come to.</summary>
    public ColumnChart Year(CostOutlook outlook)
    {
        var year = Months[0].Month.Year;
        var columns = ByMonth.Where(m => m.Month.Month.Year == year).Reverse().Select(m => new Column(
            formats.ShortMonth(m.Month.Month), formats.Month(m.Month.Month), m.Amount.Kronor, formats.Kronor(m.Amount),
            $"/costs?{(Selection.Chosen is { } unit ? $"unit={unit.Id}&" : "")}month={m.Month.Month}", m.Month.IsClosed));
        var coming = (outlook.Months ?? []).Select(m => new Column(
            formats.ShortMonth(m.Month), words.Of("card.forecastMonth", formats.Month(m.Month)), m.Amount.Kronor, formats.Kronor(m.Amount), null, false, IsForecast: true));
        return new ColumnChart(words.Of("card.year", year), words["amount"], [.. columns, .. coming]);
    }

    /// <summary>None without a month before to compare with.</summary>
    public StepChart? Steps()
    {
        if (Before is not { } before) return null;
        var steps = new List<Step>();
        var reached = TotalOf(before);
        foreach (var (cause, amount) in ByCause())
        {
            steps.Add(new Step(words.Known("cause", cause), amount, reached, Address("/costs/lines", ("cause", cause))));
            reached += amount;
        }
        return new StepChart(formats.Month(before.Month), TotalOf(before), formats.Month(Month.Month), TotalOf(Month), steps);
    }

    /// <summary>In the order in which people ask.</summary>
    public IReadOnlyList<(string Cause, Money Amount)> ByCause() => [.. Changes
        .GroupBy(change => ChangeWords.Vocabulary.Word(change.Cause))
        .Select(group => (group.Key, Amount: group.Aggregate(Money.Zero, (sum, c) => sum + c.Amount)))
        .OrderBy(cause => MonthCauses.PlaceOf(cause.Key))];

    public CostOutlook Outlook(CostMemory memory, bool asked) => CostOutlook.Of(database, memory, Selection, Coming, formats.Today, asked);

    public static bool TryCause(string word, out ChangeCause cause) => ChangeWords.Vocabulary.TryParse(word, out cause);
}
