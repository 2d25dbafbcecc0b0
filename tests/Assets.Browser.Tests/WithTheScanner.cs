using Assets.Web.Tests.Values;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>What a scanner does: it types, presses Enter, and does not look.</summary>
[Collection(nameof(Browser))]
public sealed class WithTheScanner(Browser browser)
{
    [Fact]
    public async Task Three_scans_in_a_row_are_picked_and_spoken_and_the_field_stays_in_focus()
    {
        await using var window = await browser.Open("tove");
        await window.Go("/queue/" + ExampleOrdering.Accepted);
        var said = window.Page.Locator("[data-said]");

        await window.Focused("#scanned");
        await window.Page.Keyboard.TypeAsync("LA04\n");
        await window.Page.Keyboard.TypeAsync("ingen\n"); // without waiting for the first
        await Assertions.Expect(said).ToContainTextAsync("INGEN", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        await window.Picture("scanned");
        await Assertions.Expect(window.Page.Locator("#bench")).ToContainTextAsync("LA04");
        await window.Page.Keyboard.TypeAsync("SERLA04\n");
        await Assertions.Expect(said).ToContainTextAsync(ExampleOrdering.Accepted);

        Assert.Equal("scanned", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("", await window.Page.InputValueAsync("#scanned"));
        Assert.Empty(await window.Barriers());
        Assert.Empty(window.Complaints);
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lägg tillbaka LA04" }).ClickAsync(); // as the others found it
    }

    [Fact]
    public async Task The_page_behind_the_code_has_no_barriers_and_confirms_once_the_button_is_pressed()
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            await using var window = await browser.Open(account: "", theme, width: 360, height: 740);
            await window.Go("/confirm/" + ExampleFulfilment.Token);
            await window.Picture("confirm-" + theme);
            Assert.Empty(await window.Barriers());
            Assert.Empty(window.Complaints);
        }

        await using var phone = await browser.Open(account: "", width: 360, height: 740);
        await phone.Go("/confirm/" + ExampleFulfilment.Token);
        await phone.Page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[role=status]")).ToContainTextAsync("kvitterad");
        await phone.Picture("confirmed");
    }
}
