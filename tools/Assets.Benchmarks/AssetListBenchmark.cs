using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations;

namespace Assets.Benchmarks;

/// <summary>
/// The asset list as people use it: the web in a process of its own, eight who have signed in and read whole pages one after the other.
/// The requests and their order are the same for the same seed and data; only how the eight interleave is not.
/// </summary>
internal static partial class AssetListBenchmark
{
    private const int Clients = 8;
    private const int WarmUp = 800;
    private const string Account = "benchmark";
    private const string Password = "measures the list only";

    public static int Run(string setting, int assets, int requests, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("assets-list-");
        try
        {
            var installation = ServedWeb.Installation(setting, folder.FullName);
            AssetListFleet.Ensure(installation, assets);
            new Account(Account, "Benchmark", Password, "sv", [new Appointed(Role.Manager), new Appointed(Role.Administrator)]).Create(installation.Database, installation.Clock, "benchmark");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{installation.Database.Engine}, {AssetListFleet.Count(installation.Database)} assets, {Clients} clients, {requests} requests, seed {seed}"));
            Measure(installation, setting, folder.FullName, new AssetListRequests(installation.Database, seed), requests).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Measure(Installation installation, string setting, string folder, AssetListRequests source, int requests)
    {
        using var web = ServedWeb.Start(setting, folder);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => WebVisitor.SignIn(web.Address, Account, Password)));
        await Ask(clients, source.Make(WarmUp)); // until the code is compiled and the caches are warm
        var asked = source.Make(requests);
        var server = PostgresProcessorTime.Of(installation.Database);
        var (webBefore, serverBefore, clock) = (web.ProcessorTime, server?.Now, Stopwatch.StartNew());
        var answers = await Ask(clients, asked);
        var (webUsed, serverUsed, wall) = (web.ProcessorTime - webBefore, server?.Now - serverBefore, clock.Elapsed);
        foreach (var client in clients) client.Dispose();

        AnswerTimes.Print(answers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"web: {webUsed.TotalMilliseconds / answers.Count:0.00} CPU ms a request; {answers.Count / wall.TotalSeconds:0} requests a second"));
        if (serverUsed is { } used) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL: {used.TotalMilliseconds / answers.Count:0.00} CPU ms a request"));
    }

    private static async Task<List<WebAnswer>> Ask(WebVisitor[] clients, List<AssetListRequest> requests)
    {
        await Task.WhenAll(clients.Select((client, number) => Task.Run(async () =>
        {
            for (var i = number; i < requests.Count; i += Clients)
            {
                var page = await client.Read(requests[i].Kind, requests[i].Address);
                if (!page.Contains("id=\"list\"", StringComparison.Ordinal)) throw new InvalidOperationException($"{requests[i].Address} answered without a list.");
                if (requests[i].Further && Next().Match(page) is { Success: true } next) await client.Read("next page", System.Net.WebUtility.HtmlDecode(next.Groups["address"].Value));
            }
        })));
        return [.. clients.SelectMany(client => client.TakeAnswers())];
    }

    [GeneratedRegex("rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Next();
}
