using System.Globalization;

namespace Assets.Operations.Tests.Chargeback;

/// <summary>
/// The rules of FORMATS and DOMAIN once more, as plainly as they can be said and without a line of the program's own code: what holds on
/// each single day, plain decimals, and what was posted so far.
/// </summary>
internal sealed class NaiveModel
{
    private readonly SortedDictionary<string, SortedDictionary<DateOnly, Fact>> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Line, DateOnly Month), List<Row>> posted = [];
    private readonly List<DateOnly> closed = [];

    internal sealed record Fact(string Unit, string Code, string Asset, decimal Rate);

    internal sealed record Row(DateOnly From, DateOnly To, Fact Fact, decimal Amount);

    private static DateOnly Horizon { get; } = new(2027, 12, 31);

    public IEnumerable<string> Lines => lines.Keys;

    public void Start(string line, DateOnly from, DateOnly? until, Fact fact)
    {
        lines[line] = [];
        for (var day = from; day <= Horizon && (until is null || day < until); day = day.AddDays(1)) lines[line][day] = fact;
    }

    /// <summary>From the day on, for as long as what it replaces goes on unbroken.</summary>
    public void Change(string line, DateOnly from, Func<Fact, object> what, Func<Fact, Fact> change)
    {
        var days = lines[line];
        var replaced = what(days[from]);
        for (var day = from; days.TryGetValue(day, out var fact) && what(fact).Equals(replaced); day = day.AddDays(1)) days[day] = change(fact);
    }

    public void Return(string line, DateOnly from)
    {
        for (var day = from; lines[line].Remove(day); day = day.AddDays(1))
        {
        }
    }

    /// <summary>What the month has to post, as text rows in a fixed order.</summary>
    public List<string> Charge(DateOnly month)
    {
        var rows = new List<string>();
        var corrects = closed.Count > 0 && closed[^1].AddMonths(1) == month;
        foreach (var line in lines.Keys)
        {
            rows.AddRange(Rate(line, month).Select(row => Text(line, "", "new", row, 1)));
            foreach (var old in closed.Where(_ => corrects))
            {
                var was = posted.GetValueOrDefault((line, old)) ?? [];
                var now = Rate(line, old);
                if (was.SequenceEqual(now)) continue;
                rows.AddRange(was.Select(row => Text(line, Name(old), "old", row, -1)));
                rows.AddRange(now.Select(row => Text(line, Name(old), "new", row, 1)));
            }
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public void Close(DateOnly month)
    {
        var corrects = closed.Count > 0 && closed[^1].AddMonths(1) == month;
        if (corrects) Settle();
        closed.Add(month);
        foreach (var line in lines.Keys) posted[(line, month)] = Rate(line, month);
    }

    private void Settle()
    {
        foreach (var line in lines.Keys)
            foreach (var old in closed) posted[(line, old)] = Rate(line, old);
    }

    private List<Row> Rate(string line, DateOnly month)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        var rows = new List<Row>();
        for (var a = 0; a < days;)
        {
            if (!lines[line].TryGetValue(month.AddDays(a), out var fact))
            {
                a++;
                continue;
            }
            var b = a;
            while (b < days && lines[line].TryGetValue(month.AddDays(b), out var next) && next == fact) b++;
            var amount = Math.Round(fact.Rate * b / days, 2, MidpointRounding.AwayFromZero) - Math.Round(fact.Rate * a / days, 2, MidpointRounding.AwayFromZero);
            if (fact.Rate != 0) rows.Add(new Row(month.AddDays(a), month.AddDays(b - 1), fact, amount));
            a = b;
        }
        return rows;
    }

    private static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Text(string line, string corrected, string half, Row row, int sign) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line} {corrected} {half} {row.From:yyyy-MM-dd} {row.To:yyyy-MM-dd} {row.Fact.Unit} {row.Fact.Code} {row.Fact.Asset} {sign * row.Amount:0.00}");
}
