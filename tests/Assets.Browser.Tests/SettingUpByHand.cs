using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>The first start of an installation, as somebody does it at a keyboard.</summary>
[Collection(nameof(Browser))]
public sealed class SettingUpByHand(Browser browser)
{
    [Theory]
    [InlineData("light", true)]
    [InlineData("dark", true)]
    [InlineData("light", false)]
    public async Task Somebody_sets_up_an_installation_by_keyboard(string theme, bool scripts)
    {
        await using var window = await browser.Open(account: "", theme, scripts: scripts);
        await using var site = await ExampleSite.Start(Example.Fresh());
        var page = window.Page;
        var at = site.Address.AbsoluteUri.TrimEnd('/');

        await window.Go(at + "/"); // leads here by itself
        Assert.EndsWith("/setup", page.Url, StringComparison.Ordinal);
        await Look(window, "begin", theme, scripts);
        await window.Focused("#typed");
        foreach (var text in new[] { site.App.Services.GetRequiredService<SetupCode>().Text, "ada", "Ada Admin", "ett långt lösenord", "ett långt lösenord" })
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/setup/host");
        await Look(window, "host", theme, scripts);

        await page.FillAsync("#name", "Lövsta kommun");
        await page.FillAsync("#code", "lovsta");
        await page.FillAsync("#number", "212099-0003");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/setup/organisations");
        await page.FillAsync("#name", "Barn- och utbildningsförvaltningen");
        await page.FillAsync("#code", "bou");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("td", new() { HasTextString = "Barn- och utbildningsförvaltningen" }).WaitForAsync();
        await Look(window, "organisations", theme, scripts);

        await window.Go(at + "/setup/cost-codes");
        await page.FillAsync("#code", "12000");
        await page.SelectOptionAsync("#unit", "bou");
        await page.FillAsync("#name", "Drift");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=status]").WaitForAsync();
        await Look(window, "cost-codes", theme, scripts);
        await window.Go(at + "/setup/mail");
        await Look(window, "mail", theme, scripts);
        await window.Go(at + "/setup/network");
        await page.FillAsync("#range", "10.20.0.0/22");
        await page.FillAsync("#community", "hemligt");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("li", new() { HasTextString = "10.20.0.0/22" }).WaitForAsync();
        await Look(window, "network", theme, scripts);

        await window.Go(at + "/setup/next");
        await Look(window, "next", theme, scripts);
        await page.Locator("button[type=submit]", new() { HasTextString = "Avsluta" }).PressAsync("Enter");
        await page.WaitForURLAsync(at + "/");

        Assert.Contains("Välkommen", await page.Locator("[role=status]").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    private static async Task Look(Window window, string name, string theme, bool scripts)
    {
        if (!scripts) return;
        await window.Picture($"setup-{name}-{theme}");
        Assert.Empty(await window.Barriers());
        await window.Page.SetViewportSizeAsync(360, 740);
        await window.Picture($"setup-{name}-phone-{theme}");
        Assert.Equal((name, true), (name, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360));
        Assert.Empty(await window.Barriers());
        await window.Page.SetViewportSizeAsync(1366, 850);
    }
}
