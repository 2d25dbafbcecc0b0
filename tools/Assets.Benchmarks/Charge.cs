using System.Diagnostics;
using System.Globalization;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Microsoft.Extensions.Configuration;

namespace Assets.Benchmarks;

/// <summary>
/// Charges a month of an imported fleet, and then once more with nothing changed. The figure that is promised is that of the whole
/// process (<c>/usr/bin/time -v tools/assets charge 2026-05</c>); this one tells the two runs apart.
/// </summary>
internal static class ChargeBenchmark
{
    public static int Run(string month, string database)
    {
        if (!BillingMonth.TryParse(month, out var wanted)) return 2;
        var installation = new Installation(Database.At(database, Environment.CurrentDirectory), "keys", null, TimeProvider.System, "benchmark", new ConfigurationBuilder().Build());
        Schema.Ensure(installation.Database, Console.Error.WriteLine);
        Measure("first run", installation, wanted);
        Measure("nothing changed", installation, wanted);
        return 0;
    }

    private static void Measure(string what, Installation installation, BillingMonth month)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var charged = ChargeMonth.Run(installation, month).Value;
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {charged.Count} charges of {charged.Total}, {(process.TotalProcessorTime - before).TotalSeconds:0.00} CPU s, {clock.Elapsed.TotalSeconds:0.00} s, peak {process.PeakWorkingSet64 >> 20} MB"));
    }
}
