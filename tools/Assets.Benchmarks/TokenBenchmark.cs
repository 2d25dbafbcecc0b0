using System.Diagnostics;
using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Access;
using Microsoft.Extensions.Configuration;

namespace Assets.Benchmarks;

/// <summary>What it costs to check a token: the look-up, the hash, and the owner's rights read anew.</summary>
internal static class TokenBenchmark
{
    private const int Calls = 20_000;

    public static int Run(string database)
    {
        var installation = new Installation(Database.At(database, Environment.CurrentDirectory), "keys", null, TimeProvider.System, "benchmark", new ConfigurationBuilder().Build());
        Schema.Ensure(installation.Database, _ => { });
        new Account("bench", "Bench", "correct horse battery", "sv", [new Appointed(Role.Manager), new Appointed(Role.Finance)]).Create(installation.Database, installation.Clock, "bench");
        var owner = People.Read(installation.Database, installation.Clock.GetUtcNow()).Single(person => person.Account == "bench").Id;
        // A token among many, as in an installation that has been used for years.
        var tokens = Enumerable.Range(0, 1_000).Select(i => IssueToken.Run(installation, owner, new TokenRequest($"token {i}", i % 2 == 0 ? null : [Permission.ViewRegister], null, 30)).Value.Token).ToArray();
        Check(installation, tokens, 500);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var slowest = Check(installation, tokens, Calls);
        var wall = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Calls} checks: {wall.TotalMicroseconds / Calls:0} us each, {(process.TotalProcessorTime - cpu).TotalMicroseconds / Calls:0} us of CPU, p99 {slowest:0} us"));
        return 0;
    }

    private static double Check(Installation installation, string[] tokens, int calls)
    {
        var took = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (CheckToken.Run(installation, tokens[i % tokens.Length]) is null) throw new InvalidOperationException("A token was refused.");
            took[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }
        Array.Sort(took);
        return took[(int)(calls * 0.99)];
    }
}
