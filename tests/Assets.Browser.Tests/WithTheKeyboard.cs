using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

[Collection(nameof(Browser))]
public sealed class WithTheKeyboard(Browser browser)
{
    [Fact]
    public async Task Typing_in_the_list_narrows_it_and_writes_the_address()
    {
        await using var window = await browser.Open();
        await window.Go("/assets");
        var all = await window.Page.Locator("#list [role=status]").InnerTextAsync(); // other tests here register more

        await window.Page.Keyboard.PressAsync("/");
        await window.Page.Keyboard.TypeAsync("it0000012");
        await window.Page.WaitForURLAsync("**/assets?*q=it0000012*");
        await Assertions.Expect(window.Page.Locator("#list [role=status]")).ToHaveTextAsync("1 inventarie");
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.Locator("#list [role=status]")).ToHaveTextAsync(all);

        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_the_list_can_be_narrowed_by_is_fetched_when_it_is_opened()
    {
        await using var window = await browser.Open();
        await window.Go("/assets");
        Assert.Equal(0, await window.Page.Locator("#of-model option").CountAsync());

        await window.Page.Locator("summary", new PageLocatorOptions { HasTextString = "Plats, enhet, modell" }).ClickAsync();
        var model = await window.Page.Locator("#of-model option").First.GetAttributeAsync("value");
        await window.Page.FillAsync("#by-model", model!);
        await window.Page.Keyboard.PressAsync("Tab");

        await window.Page.WaitForURLAsync("**model=" + Uri.EscapeDataString(model!) + "*");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_click_on_a_head_sorts_and_typing_keeps_the_order()
    {
        await using var window = await browser.Open();
        await window.Go("/assets");

        await window.Page.Locator("th a", new PageLocatorOptions { HasTextString = "Inköpt" }).ClickAsync();
        await window.Page.WaitForURLAsync("**sort=purchased*");
        await window.Page.FillAsync("#q", "latitude");
        await window.Page.WaitForURLAsync("**q=latitude*");

        Assert.Contains("sort=purchased", window.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(window.Page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Inköpt");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task G_and_a_letter_go_to_a_place_and_the_help_says_which()
    {
        await using var window = await browser.Open();
        await window.Go("/");

        await window.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(window.Page.Locator("dialog")).ToBeVisibleAsync();
        await window.Picture("keys");
        Assert.Empty(await window.Barriers());
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Page.Locator("dialog")).ToBeHiddenAsync();
        await window.Page.Keyboard.PressAsync("g");
        await window.Page.Keyboard.PressAsync("a");

        await window.Page.WaitForURLAsync("**/assets");
    }

    [Fact]
    public async Task The_menu_on_a_phone_opens_and_leads_on()
    {
        await using var window = await browser.Open(width: 360, height: 740);
        await window.Go("/");

        await window.Page.Locator(".navbar-toggler").ClickAsync();
        await window.Picture("menu-phone");
        await window.Page.Locator("#menu a[href='/devices']").ClickAsync();

        await window.Page.WaitForURLAsync("**/devices");
    }

    [Fact]
    public async Task Light_and_dark_are_switched_and_kept()
    {
        await using var window = await browser.Open(theme: "dark");
        await window.Go("/");

        await window.Page.Locator("[data-theme-toggle]").ClickAsync();
        await window.Go("/assets");

        Assert.Equal("light", await window.Page.Locator("html").GetAttributeAsync("data-bs-theme"));
    }

    [Fact]
    public async Task Signing_in_with_the_keyboard_alone_leads_to_the_page_that_was_asked_for()
    {
        await using var window = await browser.Open(account: "");
        await window.Go("/months");

        await window.Focused("#account");
        await window.Page.Keyboard.TypeAsync("anna");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync(Web.Tests.Values.Example.Password);
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/months");
    }
}
