using System.Diagnostics;
using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;

namespace Assets.Benchmarks;

/// <summary>The pages that people open most, each by eight who have signed in, over a fleet of any size with a month that has been run.</summary>
internal static class PagesBenchmark
{
    private const int Clients = 8;
    private const string Account = "pages";
    private const string Password = "measures the pages only";

    public static int Run(string setting, int assets, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("assets-pages-");
        try
        {
            var installation = ServedWeb.Installation(setting, folder.FullName);
            AssetListFleet.Ensure(installation, assets);
            var month = MonthOf(installation.Database) ?? Charged(installation);
            new Account(Account, "Pages", Password, "sv", [.. Enum.GetValues<Role>().Select(role => new Appointed(role))]).Create(installation.Database, installation.Clock, "benchmark");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{installation.Database.Engine}, {AssetListFleet.Count(installation.Database)} assets, month {month}, {Clients} clients, {rounds} rounds"));
            Measure(Addresses(installation.Database, month), setting, folder.FullName, rounds).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Measure(string[] addresses, string setting, string folder, int rounds)
    {
        using var web = ServedWeb.Start(setting, folder);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => WebVisitor.SignIn(web.Address, Account, Password)));
        await Open(clients, addresses, 3); // until the code is compiled and the caches are warm
        foreach (var client in clients) client.TakeAnswers();
        var (before, clock) = (web.ProcessorTime, Stopwatch.StartNew());
        await Open(clients, addresses, rounds);
        var (used, wall) = (web.ProcessorTime - before, clock.Elapsed);
        List<WebAnswer> answers = [.. clients.SelectMany(client => client.TakeAnswers())];
        foreach (var client in clients) client.Dispose();

        AnswerTimes.Print(answers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"web: {used.TotalMilliseconds / answers.Count:0.00} CPU ms a page; {answers.Count / wall.TotalSeconds:0} pages a second"));
        foreach (var page in answers.GroupBy(a => a.Kind, StringComparer.Ordinal).OrderByDescending(g => g.Max(a => a.Characters)).Take(3))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {page.Max(a => a.Characters) / 1000.0,8:0.0} KB of HTML  {page.Key}"));
    }

    // Each client begins elsewhere, so that not all eight ask for the same page at once.
    private static Task Open(WebVisitor[] clients, string[] addresses, int rounds) => Task.WhenAll(clients.Select((client, number) => Task.Run(async () =>
    {
        for (var i = 0; i < rounds * addresses.Length; i++)
        {
            var address = addresses[(i + (number * addresses.Length / Clients)) % addresses.Length];
            await client.Read(address, address);
        }
    })));

    private static string[] Addresses(Database database, string month)
    {
        var asset = Text(database, "select min(id) from assets");
        var line = Text(database, "select min(id) from contract_lines");
        var unit = Text(database, "select min(id) from organisations where parent_id is not null");
        string[] always =
        [
            "/", "/assets", "/assets?q=lat", "/assets?state=in_use&sort=purchased", $"/assets/{asset}", $"/assets/{asset}/edit", "/search?q=latitude", "/contracts", $"/contracts/{line}", $"/contracts/{line}/change",
            "/months", $"/months/{month}", "/costs", $"/costs?unit={unit}", "/organisations", $"/organisations/{unit}", "/devices", "/orders?show=all", "/queue", "/purchases", "/receive", "/rented",
            "/standard", "/prices", "/audits", "/audit", "/users", "/profile",
        ];
        return Text(database, "select count(*) from editions where state = 2") == "0" ? always : [.. always, "/order", "/order/wish"];
    }

    private static string? MonthOf(Database database) => Text(database, "select max(month) from month_runs") is { Length: 6 } number ? $"{number[..4]}-{number[4..]}" : null;

    private static string Charged(Operations.Installation installation)
    {
        var month = BillingMonth.Of(installation.Today);
        if (!ChargeMonth.Run(installation, month).TryGet(out _, out var refusal)) throw new InvalidOperationException($"{month}: {refusal}");
        return month.ToString();
    }

    private static string? Text(Database database, string sql) => Convert.ToString(AssetListFleet.Execute(database, sql), CultureInfo.InvariantCulture);
}
