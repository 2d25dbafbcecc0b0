using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Seed;

namespace Assets.Benchmarks;

/// <summary>
/// A day's crowd at once: of ten people six order for a unit of their own and look at what it costs, one approves, three register what
/// comes and look things up. Each thinks two to four seconds between two steps. On the demo municipality, which an empty database is
/// filled with.
/// </summary>
internal static class UsersBenchmark
{
    private const string Password = "measures the crowd only";

    public static int Run(string setting, int users, int minutes)
    {
        var folder = Directory.CreateTempSubdirectory("assets-users-");
        try
        {
            var installation = ServedWeb.Installation(setting, folder.FullName);
            Schema.Ensure(installation.Database, Console.Error.WriteLine);
            if (AssetListFleet.Count(installation.Database) == 0) DemoMunicipality.Load(installation, new DemoSettings(installation.Today), Console.Error.WriteLine);
            var crowd = SimulatedUser.Of(installation, users, Password);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{installation.Database.Engine}, {AssetListFleet.Count(installation.Database)} assets, {users} people, {minutes} minutes"));
            return Measure(crowd, setting, folder.FullName, TimeSpan.FromMinutes(minutes)).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> Measure(IReadOnlyList<SimulatedUser> crowd, string setting, string folder, TimeSpan length)
    {
        using var web = ServedWeb.Start(setting, folder);
        foreach (var user in crowd) await user.SignIn(web.Address, Password);
        var faults = new ConcurrentBag<string>();
        using var over = new CancellationTokenSource(length);
        var (before, clock) = (web.ProcessorTime, Stopwatch.StartNew());
        var watching = Watch(web, clock, over.Token);
        await Task.WhenAll(crowd.Select(user => Task.Run(() => user.Live(faults, over.Token))));
        var used = web.ProcessorTime - before;
        await watching;
        List<WebAnswer> answers = [.. crowd.SelectMany(user => user.Answers)];

        AnswerTimes.Print(answers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"web: {used.TotalMilliseconds / answers.Count:0.00} CPU ms a request, {answers.Count / clock.Elapsed.TotalSeconds:0} requests a second; {faults.Count} errors"));
        foreach (var fault in faults.Take(10)) Console.WriteLine("  " + fault);
        return faults.IsEmpty ? 0 : 1;
    }

    // The memory each half minute: after the first it ought to be flat.
    private static async Task Watch(ServedWeb web, Stopwatch clock, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(30), over).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {clock.Elapsed.TotalSeconds,5:0} s  {web.Memory / 1e6,6:0} MB"));
        }
    }
}
