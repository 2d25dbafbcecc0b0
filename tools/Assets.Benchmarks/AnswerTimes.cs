using System.Globalization;

namespace Assets.Benchmarks;

internal sealed record WebAnswer(string Kind, string Address, TimeSpan Took, int Characters = 0);

/// <summary>How long answers took: all, each kind of request, and the slowest by name, which is where to look next.</summary>
internal static class AnswerTimes
{
    private const int SlowestShown = 8;

    public static void Print(List<WebAnswer> answers)
    {
        Console.WriteLine("request              count   median ms     p95 ms     p99 ms     max ms");
        foreach (var kind in answers.GroupBy(a => a.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) Line(kind.Key, [.. kind]);
        Line("all", answers);
        foreach (var slow in answers.OrderByDescending(a => a.Took).Take(SlowestShown))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {slow.Took.TotalMilliseconds,8:0.0} ms  {slow.Address}"));
    }

    private static void Line(string name, List<WebAnswer> answers)
    {
        var times = answers.Select(a => a.Took.TotalMilliseconds).Order().ToList();
        double At(double share) => times[(int)Math.Ceiling(share * times.Count) - 1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {times.Count,7} {At(0.5),11:0.0} {At(0.95),10:0.0} {At(0.99),10:0.0} {times[^1],10:0.0}"));
    }
}
