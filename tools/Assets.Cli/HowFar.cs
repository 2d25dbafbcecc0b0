using System.Diagnostics;
using System.Globalization;
using Assets.Operations.Chargeback;
using Assets.Operations.Imports;

namespace Assets.Cli;

/// <summary>Says on standard error how far a long verb has come: nothing of one that is done in a moment, and no more than a line every few seconds.</summary>
internal sealed class HowFar : IProgress<ImportProgress>, IProgress<MonthProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private long last = Stopwatch.GetTimestamp();

    public void Report(ImportProgress value) =>
        Tell(value.Phase == "writing" ? $"Writing ({Percent(value.Share)}) ..." : $"Read {value.Rows} rows ({Percent(value.Share)}) ...");

    public void Report(MonthProgress value) => Tell($"Rated {value.Lines} contract lines of {value.Month} ({Percent(value.Share)}) ...");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{(int)(share * 100)} %");

    private void Tell(string what)
    {
        if (Stopwatch.GetElapsedTime(last) < Patience) return;
        last = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(what);
    }
}
