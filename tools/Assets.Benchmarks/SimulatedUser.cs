using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations;

namespace Assets.Benchmarks;

/// <summary>One of the crowd: an account, what it does over and over, and how long the answers took.</summary>
internal sealed partial class SimulatedUser
{
    private readonly Random dice;
    private readonly string account;
    private readonly string unit;
    private readonly string costCode;
    private readonly string site;
    private readonly string today;
    private readonly Func<Task> round;
    private WebVisitor? at;
    private int rounds;
    private CancellationToken over;

    private SimulatedUser(int number, (string Unit, string CostCode) place, string site, DateOnly today)
    {
        dice = new Random(number);
        account = string.Create(CultureInfo.InvariantCulture, $"crowd{number:000}");
        (unit, costCode) = place;
        this.site = site;
        this.today = today.ToString("O", CultureInfo.InvariantCulture);
        (Role, round) = (number % 10) switch
        {
            0 => (Role.BudgetHolder, (Func<Task>)Approve),
            < 4 => (Role.Technician, Register),
            _ => (Role.Orderer, Order),
        };
    }

    public Role Role { get; }

    public IReadOnlyList<WebAnswer> Answers { get; private set; } = [];

    public static IReadOnlyList<SimulatedUser> Of(Installation installation, int users, string password)
    {
        var number = installation.Today.Year * 10_000 + installation.Today.Month * 100 + installation.Today.Day;
        List<(string, string)> places = [];
        using (var connection = installation.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"select o.code, min(c.code) from cost_codes c join organisations o on o.id = c.unit_id where c.valid_from <= {number} and (c.valid_until is null or c.valid_until > {number}) group by o.code order by o.code";
            using var reader = command.ExecuteReader();
            while (reader.Read()) places.Add((reader.GetString(0), reader.GetString(1)));
        }
        var site = Convert.ToString(AssetListFleet.Execute(installation.Database, "select min(code) from sites"), CultureInfo.InvariantCulture)!;
        List<SimulatedUser> crowd = [.. Enumerable.Range(1, users).Select(n => new SimulatedUser(n, places[n % places.Count], site, installation.Today))];
        foreach (var user in crowd)
        {
            var appointed = user.Role == Role.Orderer ? new Appointed(user.Role, user.unit) : new Appointed(user.Role);
            new Account(user.account, user.account, password, "sv", [appointed]).Create(installation.Database, installation.Clock, "benchmark");
        }
        return crowd;
    }

    public async Task SignIn(Uri web, string password) => at = await WebVisitor.SignIn(web, account, password);

    /// <summary>Goes on until the time is over. A fault is noted, and the next round begun.</summary>
    public async Task Live(ConcurrentBag<string> faults, CancellationToken until)
    {
        over = until;
        await Pause(0, 3000); // not all at once
        while (!over.IsCancellationRequested)
        {
            rounds++;
            try
            {
                await round();
            }
            catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException)
            {
                faults.Add($"{account}: {fault.Message}");
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                break;
            }
        }
        Answers = at!.TakeAnswers();
        at.Dispose();
    }

    private async Task Order()
    {
        await Read("start", "/");
        var page = await Read("catalogue", "/order?unit=" + Uri.EscapeDataString(unit));
        var products = Product().Matches(page).Select(found => found.Groups["code"].Value).Where(code => code != "wish").Distinct().ToList();
        if (products.Count == 0) throw new InvalidOperationException($"The catalogue offers {unit} nothing.");
        var product = "/order/" + products[dice.Next(products.Count)];
        page = await Read("product", $"{product}?unit={Uri.EscapeDataString(unit)}");
        var basket = await Send("to basket", page, product, ("unit", unit), ("term", Term().Match(page).Groups["months"].Value), ("quantity", "1"));
        page = await Read("basket", basket);
        var fields = new List<(string, string)> { ("Form.Version", Hidden(page, "Form.Version")), ("Form.CostCode", costCode), ("Form.WantedOn", today), ("Form.Note", "") };
        var terms = BasketTerm().Matches(page).Select(found => found.Groups["months"].Value).ToList();
        foreach (var (line, index) in BasketLine().Matches(page).Select((found, index) => (found.Groups["number"].Value, index)))
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Form.Lines[{index}].");
            fields.AddRange([(at + "Number", line), (at + "Name", "Ny Person"), (at + "Account", account + ".ny"), (at + "Site", site), (at + "Room", "1"), (at + "Term", terms[index])]);
        }
        await Send("order", page, basket.Split('?')[0] + "?handler=Submit", [.. fields]);
        await Read("orders", "/orders?show=mine");
        await Read("costs", "/costs");
        await Read("rented", "/rented");
    }

    private async Task Approve()
    {
        var page = await Read("to approve", "/orders?show=waiting");
        var orders = OrderLink().Matches(page).Select(found => found.Groups["number"].Value).Distinct().ToList();
        if (orders.Count == 0) return;
        var address = "/orders/" + orders[dice.Next(Math.Min(10, orders.Count))];
        page = await Read("one order", address);
        if (!page.Contains("?handler=Approve", StringComparison.Ordinal)) return; // somebody else was quicker
        await Send("approve", page, address + "?handler=Approve", ("version", Hidden(page, "version")));
    }

    private async Task Register()
    {
        await Read("start", "/");
        await Read("search", "/assets?q=" + dice.Next(100, 999).ToString(CultureInfo.InvariantCulture));
        var page = await Read("asset list", "/assets?kind=pc");
        var assets = AssetLink().Matches(page).Select(found => found.Groups["id"].Value).Distinct().ToList();
        var asset = assets[dice.Next(assets.Count)];
        await Read("asset", "/assets/" + asset);
        await Read("queue", "/queue");
        page = await Read("receive", "/receive?like=" + asset);
        var model = Chosen().Match(page).Groups["code"].Value;
        await Send("register", page, "/receive", ("FormKey", Hidden(page, "FormKey")), ("ModelCode", WebUtility.HtmlDecode(model)), ("On", today), ("Rows", string.Create(CultureInfo.InvariantCulture, $"{account}-{rounds}-{Environment.ProcessId}")));
    }

    private async Task<string> Read(string kind, string address)
    {
        await Pause(2000, 4000);
        over.ThrowIfCancellationRequested();
        return await at!.Read(kind, address);
    }

    private async Task<string> Send(string kind, string page, string address, params (string Name, string Value)[] fields)
    {
        await Pause(2000, 4000);
        over.ThrowIfCancellationRequested();
        return await at!.Send(kind, page, address, fields);
    }

    private Task Pause(int least, int most) => Task.Delay(dice.Next(least, most), CancellationToken.None);

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{Regex.Escape(name)}\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["value"].Value;

    [GeneratedRegex("href=\"/order/(?<code>[^\"?]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Product();

    [GeneratedRegex("name=\"term\" value=\"(?<months>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Term();

    [GeneratedRegex("name=\"Form.Lines\\[\\d+\\].Number\" value=\"(?<number>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BasketLine();

    // A field of its own, or the chosen one of a list.
    [GeneratedRegex("Form.Lines\\[\\d+\\].Term\"([^>]*value=\"(?<months>\\d+)\"|.*?<option value=\"(?<months>\\d+)\" selected)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BasketTerm();

    [GeneratedRegex("href=\"/orders/(?<number>B[0-9-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OrderLink();

    [GeneratedRegex("href=\"/assets/(?<id>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AssetLink();

    [GeneratedRegex("<option value=\"(?<code>[^\"]+)\" selected", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Chosen();
}
