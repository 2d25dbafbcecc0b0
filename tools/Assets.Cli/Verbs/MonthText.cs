using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Operations.Chargeback;

namespace Assets.Cli.Verbs;

/// <summary>A charged month as lines of text: the sum, the findings by code, the causes of change over all customers.</summary>
internal static class MonthText
{
    public static void Write(MonthCharged charged, TextWriter to)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{charged.Month}: {charged.Count} charges, total {charged.Total}"));
        foreach (var found in charged.Findings) to.WriteLine(Line(found));
        if (charged.Changes.Count == 0) return;
        var difference = Money.FromOre(charged.Changes.Sum(change => change.Amount.Ore));
        to.WriteLine($"against {charged.Month.Previous}: {difference}");
        foreach (var cause in charged.Changes.GroupBy(change => change.Cause).OrderBy(group => group.Key))
            to.WriteLine($"  {ChangeWords.Vocabulary.Word(cause.Key)} {Money.FromOre(cause.Sum(change => change.Amount.Ore))}");
    }

    private static string Line(FoundInMonth found)
    {
        var severity = found.Severity == Severity.Stop ? "stop" : "note";
        var accepted = found.Accepted == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({found.Accepted} accepted)");
        var more = found.Open + found.Accepted > found.First.Count ? ", …" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{severity} {found.Code} {found.Open}{accepted}: {string.Join(", ", found.First.Select(f => f.Record))}{more}");
    }
}
