using Assets.Web.Tests.Values;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>A list of contract lines narrowed, kept as a view, and moved from.</summary>
[Collection(nameof(Browser))]
public sealed class WithTheLists(Browser browser)
{
    [Fact]
    public async Task A_reorganisation_is_done_from_the_list_with_a_look_at_what_it_does()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        await using var window = await browser.OpenAt(site, "anna", "/contracts");
        var page = window.Page;

        await page.ClickAsync("#filters summary");
        await page.FillAsync("#by-unit", "100-10-1");
        await page.SelectOptionAsync("#filters select[name=runs]", "now");
        await page.ClickAsync("#filters button[type=submit]");
        await page.WaitForURLAsync("**unit=100-10-1*");
        await page.ClickAsync("details:has(#view) summary");
        await page.FillAsync("#view-name", "Björkskolan nu");
        await page.ClickAsync("#view button[type=submit]");
        await Assertions.Expect(page.Locator(".alert-success")).ToContainTextAsync("Björkskolan nu");

        for (var i = 0; i < 2; i++) await page.Locator("input[name=Ids]").Nth(i).CheckAsync();
        await page.ClickAsync("button[form=bulk]:not([name])");
        await page.WaitForURLAsync("**/contracts/move");
        await page.FillAsync("#unit", "100-10-2");
        await page.FillAsync("#code", "12001");
        await page.FillAsync("#day", "2026-07-01");
        await page.ClickAsync("button[formaction*=Preview]");
        await Assertions.Expect(page.Locator(".card-header [role=status]")).ToContainTextAsync("2 flyttas");
        await window.Picture("move-lines");
        Assert.Empty(await window.Barriers());
        await page.ClickAsync("button[formaction*=Apply]");

        await page.WaitForURLAsync("**/contracts?**");
        await Assertions.Expect(page.Locator(".alert-success")).ToContainTextAsync("2 flyttade");
        Assert.Contains("unit=100-10-1", page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }
}
