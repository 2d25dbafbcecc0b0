using Assets.Web.Tests.Values;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

[Collection(nameof(Browser))]
public sealed class AtTheBench(Browser browser)
{
    [Fact]
    public async Task Fifty_serials_are_received_by_the_keyboard_alone_and_their_labels_are_the_next_page()
    {
        await using var window = await browser.Open("tove");
        await window.Go("/purchases/I2026-00002/receive");
        await window.Focused("#scan");

        for (var i = 1; i <= 50; i++)
        {
            await window.Page.Keyboard.TypeAsync($"CN0{i:000}KBD");
            await window.Page.Keyboard.PressAsync("Enter");
        }
        await window.Page.Keyboard.TypeAsync("CN0007KBD"); // scanned twice
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("[data-scan-count]")).ToHaveTextAsync("50");
        await Assertions.Expect(window.Page.Locator("[data-scan-status]")).ToHaveTextAsync("Finns redan i listan: CN0007KBD");
        await window.Picture("receive-50");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/labels?act=*");
        await window.Picture("labels-50");
        await Assertions.Expect(window.Page.Locator(".alert-success")).ToContainTextAsync("50 inventarier");
        Assert.Empty(await window.Barriers());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Scans_of_an_audit_survive_the_page_until_they_have_been_sent()
    {
        await using var window = await browser.Open("tove");
        await window.Go("/audits/1");

        await window.Focused("#scan");
        await window.Page.Keyboard.TypeAsync("IT0000013");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Go("/audits");
        await window.Go("/audits/1");
        await Assertions.Expect(window.Page.Locator("[data-scan-count]")).ToHaveTextAsync("1");
        await window.Page.ClickAsync("[data-scan-done]");
        await Assertions.Expect(window.Page.Locator(".alert-success")).ToBeVisibleAsync();

        await Assertions.Expect(window.Page.Locator("[data-scan-count]")).ToHaveTextAsync("0");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_is_scanned_without_a_network_is_kept_and_sent_once_there_is_one()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        await using var window = await browser.OpenAt(site, "tove", "/audits/1");
        var page = window.Page;
        await window.Focused("#scan");

        await page.Context.SetOfflineAsync(true);
        foreach (var label in new[] { "IT0000007", "IT0000010" })
        {
            await page.Keyboard.TypeAsync(label);
            await page.Keyboard.PressAsync("Enter");
        }
        await page.ClickAsync("[data-scan-done]");
        await Assertions.Expect(page.Locator("[data-scan-status]")).ToContainTextAsync(await page.Locator("[data-scan-status]").GetAttributeAsync("data-offline") ?? "?");
        await Assertions.Expect(page.Locator("[data-scan-count]")).ToHaveTextAsync("2");
        Assert.Equal("0", site.Example.Scalar(Scans));

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync(); // or the phone was closed meanwhile
        await Assertions.Expect(page.Locator("[data-scan-count]")).ToHaveTextAsync("2");
        await page.ClickAsync("[data-scan-done]");
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator("[data-scan-count]")).ToHaveTextAsync("0");
        Assert.Equal("2", site.Example.Scalar(Scans));
        Assert.Empty(window.Complaints);
    }

    private const string Scans = "select count(*) from audit_scans c join assets a on a.id = c.asset_id where c.audit_id = 1 and a.tag in ('IT0000007', 'IT0000010')";
}
