using System.Diagnostics;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Export.Workbooks;
using Assets.Operations;
using Assets.Operations.Inventory;
using Microsoft.Extensions.Configuration;

namespace Assets.Benchmarks;

/// <summary>
/// Reads two pages of the register of a day, as it was known at its end, and then writes all of it: what each call of a program costs, of
/// which the first looks for the lines that have had another asset since, and what the end of the year does. A file name that ends in .csv is written as CSV.
/// </summary>
internal static class RegisterBenchmark
{
    private const int PageSize = 200;

    public static int Run(string database, string day, string file)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var about)) return 2;
        var installation = new Installation(Database.At(database, Environment.CurrentDirectory), "keys", null, TimeProvider.System, "benchmark", new ConfigurationBuilder().Build());
        Schema.Ensure(installation.Database, Console.Error.WriteLine);
        var belief = Belief.Of(about, null, TimeProvider.System.LocalTimeZone);
        long? next = 0;
        foreach (var which in new[] { "first page", "next page" })
        {
            Measure(which, () =>
            {
                var page = RegisterAsOf.Page(installation, belief, RegisterSight.Everything, next ?? 0, PageSize);
                next = page.Next;
                return string.Create(CultureInfo.InvariantCulture, $"{page.Assets.Count} assets");
            });
        }
        Measure("file", () =>
        {
            var written = ExportRegister.ToFile(installation, belief, !file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase), file, Language.English);
            return string.Create(CultureInfo.InvariantCulture, $"{written.Assets} assets, {new FileInfo(file).Length >> 20} MB");
        });
        return 0;
    }

    private static void Measure(string what, Func<string> act)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var said = act();
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {said}, {(process.TotalProcessorTime - before).TotalSeconds:0.00} CPU s, {clock.Elapsed.TotalSeconds:0.00} s, peak {process.PeakWorkingSet64 >> 20} MB"));
    }
}
