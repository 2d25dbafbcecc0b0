using Assets.Web.Tests.Values;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>A day of ordering as people do it: three workplaces are ordered and approved by the mail's link.</summary>
[Collection(nameof(Browser))]
public sealed class OrderingByHand(Browser browser)
{
    [Fact]
    public async Task Three_workplaces_are_ordered_with_a_site_found_by_typing_and_approved_by_the_link()
    {
        await using var orderer = await browser.Open("vera");
        var page = orderer.Page;
        await orderer.Go("/order");
        await page.Locator("article a", new PageLocatorOptions { HasTextString = "Kontor" }).First.ClickAsync();
        await page.FillAsync("#quantity", "3");
        await page.Locator("button[type=submit]", new PageLocatorOptions { HasTextString = "Lägg i korgen" }).ClickAsync();
        await page.WaitForURLAsync("**/basket/B*");
        await Assertions.Expect(page.Locator("section.card")).ToHaveCountAsync(3);

        await page.FillAsync("#cost-code", "12000");
        await Assertions.Expect(page.Locator("#cost-code-said")).ToContainTextAsync("annan enhet");
        await page.FillAsync("#cost-code", "12002");
        await Assertions.Expect(page.Locator("#cost-code-said")).ToContainTextAsync("Drift");
        await page.FillAsync("#wanted", "2026-07-01");
        for (var i = 0; i < 3; i++)
        {
            var line = page.Locator("section.card").Nth(i);
            await line.Locator("input[name$='.Name']").FillAsync($"Person {i}");
            await line.Locator("input[name$='.Account']").FillAsync($"person.{i}");
            await line.Locator("input[name$='.Site']").PressSequentiallyAsync("storg");
            await Assertions.Expect(page.Locator("#sites option")).ToHaveCountAsync(1);
            await line.Locator("input[name$='.Site']").FillAsync(await page.Locator("#sites option").First.GetAttributeAsync("value") ?? "");
        }
        await orderer.Picture("basket-filled");
        Assert.Empty(await orderer.Barriers());
        await page.Locator("button", new PageLocatorOptions { HasTextString = "Skicka till attest" }).DblClickAsync();
        await page.WaitForURLAsync("**/orders/B*");
        await Assertions.Expect(page.Locator(".stations .here")).ToContainTextAsync("Attest");
        var address = new Uri(page.Url).PathAndQuery;

        await using var above = await browser.Open("kommunchef"); // vera holds the budget herself, and nobody approves an order of his own
        await above.Go(address);
        await above.Page.Locator(".decide button", new PageLocatorOptions { HasTextString = "Approve" }).ClickAsync();
        await Assertions.Expect(above.Page.Locator(".stations .here")).ToContainTextAsync("With IT");
        await orderer.Go(address);

        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("Kerstin Kommun");
        Assert.Empty(orderer.Complaints);
        Assert.Empty(above.Complaints);
    }

    [Fact]
    public async Task A_workplace_is_ordered_from_the_catalogue_to_the_sent_basket_without_scripts()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        await using var orderer = await browser.OpenAt(site, "vera", "/order", scripts: false);
        var page = orderer.Page;

        await page.Locator("article a", new PageLocatorOptions { HasTextString = "Kontor" }).First.ClickAsync();
        await page.WaitForURLAsync("**/order/*");
        await page.Locator("button[type=submit]", new PageLocatorOptions { HasTextString = "Lägg i korgen" }).ClickAsync();
        await page.WaitForURLAsync("**/basket/B*");
        var number = new Uri(page.Url).Segments[^1];
        await page.FillAsync("#cost-code", "12002");
        await page.FillAsync("#wanted", "2026-07-01");
        await page.Locator("input[name$='.Name']").FillAsync("Vidar Vård");
        await page.Locator("input[name$='.Account']").FillAsync("vidar.vard");
        await page.Locator("input[name$='.Site']").FillAsync("L2");
        await page.Locator("button", new PageLocatorOptions { HasTextString = "Skicka till attest" }).ClickAsync();
        await page.WaitForURLAsync("**/orders/" + number);

        await Assertions.Expect(page.Locator(".stations .here")).ToContainTextAsync("Attest");
        Assert.Equal("1 Vidar Vård", site.Example.Scalar($"select o.state || ' ' || l.recipient_name from orders o join order_lines l on l.order_id = o.id and l.number = 1 where o.number = '{number}'"));
        Assert.Empty(orderer.Complaints);
    }

    [Fact]
    public async Task A_budget_holder_says_no_with_a_reason_and_the_orderer_takes_the_order_back()
    {
        await using var orderer = await browser.Open("olle");
        var number = await Order(orderer, "100-10-2");
        await using var holder = await browser.Open("berit");
        await holder.Go("/");
        await holder.Page.Locator(".decide a").ClickAsync();
        await holder.Page.Locator("#list a", new PageLocatorOptions { HasTextString = number }).ClickAsync();
        await holder.Page.Locator(".decide summary").ClickAsync();
        await holder.Page.FillAsync("#reject-reason", "Vänta till hösten");
        await holder.Page.Locator(".decide .btn-danger").ClickAsync();
        await Assertions.Expect(holder.Page.Locator(".alert-success")).ToContainTextAsync("avslagen");

        await orderer.Go("/orders/" + number);
        await Assertions.Expect(orderer.Page.Locator(".history")).ToContainTextAsync("Vänta till hösten");
        await orderer.Page.Locator("button", new PageLocatorOptions { HasTextString = "Ta tillbaka" }).ClickAsync();
        await orderer.Page.WaitForURLAsync("**/basket/" + number);
        await orderer.Picture("basket-two");

        Assert.Empty(orderer.Complaints);
    }

    // One workplace for a unit that has no basket.
    private static async Task<string> Order(Window window, string unit)
    {
        var page = window.Page;
        await window.Go("/order/KONTOR?unit=" + unit);
        await page.Locator("button[type=submit]", new PageLocatorOptions { HasTextString = "Lägg i korgen" }).ClickAsync();
        await page.WaitForURLAsync("**/basket/B*");
        await page.FillAsync("#cost-code", "12001");
        await page.FillAsync("#wanted", "2026-07-01");
        await page.Locator("input[name$='.Name']").FillAsync("Nora Ny");
        await page.Locator("input[name$='.Account']").FillAsync("nora.ny");
        await page.Locator("input[name$='.Site']").FillAsync("L1");
        await page.Locator("button", new PageLocatorOptions { HasTextString = "Skicka till attest" }).ClickAsync();
        await page.WaitForURLAsync("**/orders/B*");
        return new Uri(page.Url).Segments[^1];
    }
}
