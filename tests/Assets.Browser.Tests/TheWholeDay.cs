using System.Globalization;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>
/// What the three roles do from the order to the ledger, each with nothing but the pages: an order, its approval by the mail's link,
/// receiving and picking by scanner, delivery, the month, its files, what the department sees of it, and next month a return and a move.
/// </summary>
[Collection(nameof(Browser))]
public sealed partial class TheWholeDay(Browser browser)
{
    private ExampleSite site = null!;

    [Fact]
    public async Task From_the_order_to_the_ledger_and_a_month_further()
    {
        Assert.SkipWhen(Browser.Program is null, "no browser is installed (on Debian: apt-get install chromium)");
        await using var opened = site = await ExampleSite.Start(Example.Full(("Assets:ClosingApproval", "true")));
        site.Example.Person("maja", "Maja Månad", "sv", new Appointed(Role.Manager));
        site.Example.Person("fia", "Fia Finans", "sv", new Appointed(Role.Finance));
        site.Example.Change("update users set email = user_name || '@kommun.example'");

        var order = await Order();
        await Approve(order);
        await Receive("I2026-00001", "PC", 10);
        await Receive("I2026-00002", "MON", 6);
        await PickAndDeliver(order);
        Assert.Equal(["20260615 50250", "20260615 50250", "20260615 50250"], Lines(order));

        At(2026, 6, 30);
        await CloseJune();
        Assert.Equal(["26800", "26800", "26800"], Charged(order, 202606)); // 16 of 30 days of 262.50 + 95.00 + 145.00
        await SeeTheCostAndItsCause(order);

        At(2026, 7, 1);
        var (returned, moved) = await AskForReturnAndMove(order);
        At(2026, 7, 11);
        await Fulfil(moved);
        At(2026, 7, 31);
        await Fulfil(returned);
        await RunJuly();
        // Given back with 30 days' notice: 1 to 30 July. Moved on the 11th: 10 days here, 21 there. The third as before.
        Assert.Equal(["48629", "50250", "50250"], Charged(order, 202607));
        Assert.Equal(["100-10-1 34040", "100-10-2 16210"], MovedTo());
    }

    private async Task<string> Order()
    {
        await using var olle = await browser.OpenAt(site, "olle");
        var page = olle.Page;
        await olle.Go("/order/KONTOR?unit=100-10-2");
        await page.FillAsync("#quantity", "3");
        await page.Locator("button[type=submit]", new PageLocatorOptions { HasTextString = "Lägg i korgen" }).ClickAsync();
        await page.WaitForURLAsync("**/basket/B*");
        await page.FillAsync("#cost-code", "12001");
        await page.FillAsync("#wanted", "2026-06-16");
        for (var i = 0; i < 3; i++)
        {
            await page.Locator("input[name$='.Name']").Nth(i).FillAsync($"Ny Lärare {i}");
            await page.Locator("input[name$='.Account']").Nth(i).FillAsync($"ny.larare{i}");
            await page.Locator("input[name$='.Site']").Nth(i).FillAsync("L1");
        }
        await page.Locator("button", new PageLocatorOptions { HasTextString = "Skicka till attest" }).ClickAsync();
        await page.WaitForURLAsync("**/orders/B*");
        Assert.Empty(olle.Complaints);
        return new Uri(page.Url).Segments[^1];
    }

    private async Task Approve(string order)
    {
        var mail = site.Example.Scalar($"select m.\"values\" from mails m join users u on u.id = m.user_id where u.user_name = 'berit' and m.template = 'order_to_approve' and m.\"values\" like '%{order}%'");
        var link = Link().Match(mail ?? "").Value;
        Assert.Equal("/orders/" + order, link);
        await using var berit = await browser.OpenAt(site, "berit", link);
        await berit.Page.Locator(".decide button", new PageLocatorOptions { HasTextString = "Attestera" }).ClickAsync();
        await Assertions.Expect(berit.Page.Locator(".stations .here")).ToContainTextAsync("IT");
        Assert.Empty(berit.Complaints);
    }

    private async Task Receive(string purchase, string serial, int count)
    {
        await using var tove = await browser.OpenAt(site, "tove", $"/purchases/{purchase}/receive");
        if (await tove.Page.Locator("#line").CountAsync() > 0) await tove.Page.SelectOptionAsync("#line", new SelectOptionValue { Index = 1 });
        await tove.Page.FocusAsync("#scan");
        for (var i = 1; i <= count; i++) await tove.Page.Keyboard.TypeAsync($"DAG{serial}{i:00}\n");
        await tove.Page.ClickAsync("[data-scan-done]");
        await tove.Page.WaitForURLAsync("**/labels?act=*");
        await Assertions.Expect(tove.Page.Locator(".alert-success")).ToContainTextAsync($"{count} inventarier");
        Assert.Empty(tove.Complaints);
    }

    private async Task PickAndDeliver(string order)
    {
        await using var tove = await browser.OpenAt(site, "tove", "/queue/" + order);
        var page = tove.Page;
        await page.FillAsync("#promised", "2026-06-16");
        await page.Locator("form:has(#promised) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
        await page.FocusAsync("#scanned");
        foreach (var serial in new[] { "DAGPC01", "DAGMON01", "DAGMON02", "DAGPC02", "DAGMON03", "DAGMON04", "DAGPC03", "DAGMON05", "DAGMON06" })
            await page.Keyboard.TypeAsync(serial + "\n");
        await Assertions.Expect(page.Locator("#bench .badge.bg-green-lt")).ToHaveCountAsync(3);
        await page.Locator("button", new PageLocatorOptions { HasTextString = "Leverera och starta hyran" }).ClickAsync();
        await page.WaitForURLAsync($"**/orders/{order}/note");
        await Assertions.Expect(page.Locator(".slip")).ToHaveCountAsync(3);
        await tove.Picture("day-note");
        Assert.Empty(tove.Complaints);
    }

    private async Task CloseJune()
    {
        await using (var fia = await browser.OpenAt(site, "fia", "/months/2026-06"))
        {
            await Run(fia, "juni 2026");
            await fia.Page.Locator("#findings a", new PageLocatorOptions { HasTextString = "Rad utan pris" }).ClickAsync();
            await fia.Page.Locator("details.settle summary").ClickAsync();
            await fia.Page.FillAsync("details.settle input[name=reason]", "Gåva, ska inte kosta något");
            await fia.Page.Locator("details.settle button").ClickAsync();
            await Assertions.Expect(fia.Page.Locator(".alert-success")).ToContainTextAsync("C00080");
            await fia.Go("/months/2026-06");
            await fia.Page.Locator("button", new PageLocatorOptions { HasTextString = "Föreslå" }).ClickAsync();
            await Assertions.Expect(fia.Page.Locator("main")).ToContainTextAsync("Föreslagen av fia");
            Assert.Empty(fia.Complaints);
        }
        await using (var maja = await browser.OpenAt(site, "maja", "/months/2026-06"))
        {
            await maja.Page.Locator("form:has(input[name=proposal]) input[type=checkbox]").CheckAsync();
            await maja.Page.Locator("form:has(input[name=proposal]) button").ClickAsync();
            await Assertions.Expect(maja.Page.Locator(".badge.bg-green-lt", new PageLocatorOptions { HasTextString = "Stängd" })).ToBeVisibleAsync();
            Assert.Empty(maja.Complaints);
        }
        await using (var fia = await browser.OpenAt(site, "fia", "/months/2026-06"))
        {
            var book = await fia.Page.RunAndWaitForDownloadAsync(() => fia.Page.Locator("a[href$='all.xlsx']").First.ClickAsync());
            Assert.Null(await book.FailureAsync());
            await using var file = File.OpenRead((await book.PathAsync())!);
            Assert.Equal((byte)'P', file.ReadByte()); // a ZIP, as workbooks are; what is in it has tests of its own
            await fia.Picture("day-closed");
            Assert.Empty(fia.Complaints);
        }
    }

    private async Task SeeTheCostAndItsCause(string order)
    {
        await using var olle = await browser.OpenAt(site, "olle", "/costs");
        await olle.Picture("day-costs");
        await olle.Page.Locator(".causes a", new PageLocatorOptions { HasTextString = "Nya rader" }).ClickAsync();
        foreach (var code in Codes(order)) await Assertions.Expect(olle.Page.Locator("tr", new PageLocatorOptions { HasTextString = code })).ToContainTextAsync("268,00");
        Assert.Empty(olle.Complaints);
    }

    private async Task<(string Returned, string Moved)> AskForReturnAndMove(string order)
    {
        await using var olle = await browser.OpenAt(site, "olle", "/rented?q=DAGPC");
        var ids = Ids(order);
        await olle.Go($"/rented/{ids[0]}/return");
        await olle.Page.FillAsync("#wanted", "2026-07-20");
        await olle.Page.Locator("main button[type=submit]").ClickAsync();
        await olle.Page.WaitForURLAsync("**/orders/B*");
        var returned = new Uri(olle.Page.Url).Segments[^1];
        await olle.Go($"/rented/{ids[1]}/move");
        await olle.Page.FillAsync("#unit", "100-10-1");
        await olle.Page.FillAsync("#code", "12000");
        await olle.Page.FillAsync("#wanted", "2026-07-11");
        await olle.Page.Locator("main button[type=submit]").First.ClickAsync();
        await olle.Page.WaitForURLAsync("**/orders/B*");
        var moved = new Uri(olle.Page.Url).Segments[^1];
        await using var berit = await browser.OpenAt(site, "berit", "/orders/" + moved);
        if (await berit.Page.Locator(".decide .btn-success").CountAsync() > 0) await berit.Page.Locator(".decide .btn-success").ClickAsync();
        Assert.Empty(olle.Complaints);
        return (returned, moved);
    }

    private async Task Fulfil(string order)
    {
        await using var tove = await browser.OpenAt(site, "tove", "/queue/" + order);
        var form = tove.Page.Locator("form:has(#day)");
        var wiped = form.Locator("input[name=wiped]");
        if (await wiped.CountAsync() > 0) await wiped.CheckAsync();
        await form.Locator("input[name=line]").First.CheckAsync();
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(tove.Page.Locator(".alert-success")).ToBeVisibleAsync();
        Assert.Empty(tove.Complaints);
    }

    private async Task RunJuly()
    {
        await using var fia = await browser.OpenAt(site, "fia", "/months/2026-07");
        await Run(fia, "juli 2026");
        await fia.Picture("day-july");
        Assert.Empty(fia.Complaints);
    }

    private static async Task Run(Window window, string month)
    {
        await window.Page.Locator("button", new PageLocatorOptions { HasTextString = "Kör" }).First.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".task.alert-success")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 20_000 });
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync(month);
    }

    private void At(int year, int month, int day) => site.Example.Clock.Now = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);

    private string[] Lines(string order) => Rows($"select g.from_on || ' ' || g.monthly_rent from line_segments g where g.line_id in ({OfOrder(order)}) and g.until_on is null order by g.line_id");

    private string[] Ids(string order) => Rows($"{OfOrder(order)} order by 1");

    private string[] Codes(string order) => Rows($"select code from contract_lines where id in ({OfOrder(order)})");

    private string[] Charged(string order, int month) => Rows($"select sum(amount) from charges where month = {month} and line_id in ({OfOrder(order)}) group by line_id order by 1");

    private string[] MovedTo() => Rows("select o.code || ' ' || sum(c.amount) from charges c join organisations o on o.id = c.unit_id where c.month = 202607 and c.line_id in (select line_id from charges where month = 202607 and line_id > 80 group by line_id having count(distinct unit_id) = 2) group by o.code order by o.code");

    private static string OfOrder(string order) => $"select l.line_id from order_lines l join orders o on o.id = l.order_id where o.number = '{order}' and l.line_id is not null";

    private string[] Rows(string sql) => (site.Example.Scalar(string.Create(CultureInfo.InvariantCulture, $"with t(x) as ({sql}) select group_concat(x, ';') from t")) ?? "").Split(';');

    [GeneratedRegex("/orders/B[0-9-]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Link();
}
