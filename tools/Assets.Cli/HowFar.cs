using System.Diagnostics;
using System.Globalization;
using Assets.Operations.Chargeback;

namespace Assets.Cli;

/// <summary>Says on standard error how far a long month has come: nothing of one that is done in a moment, and no more than a line every few seconds.</summary>
internal sealed class HowFar : IProgress<MonthProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private long last = Stopwatch.GetTimestamp();

    public void Report(MonthProgress value)
    {
        if (Stopwatch.GetElapsedTime(last) < Patience) return;
        last = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rated {value.Lines} contract lines of {value.Month} ({(int)(value.Share * 100)} %) ..."));
    }
}
