using Assets.Support;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>A room gone through with a phone: the labels are shown to its camera, and nothing is typed.</summary>
[Collection(nameof(Browser))]
public sealed class WithTheCamera(Browser browser)
{
    [Theory]
    [InlineData("qr", "IT0000031")]
    [InlineData("bars", "IT0000032")]
    public async Task A_label_before_the_camera_is_found_in_the_audit_of_a_room(string codes, string tag)
    {
        Assert.SkipUnless(File.Exists(FilmedLabel.Drawer), "pdftoppm is not installed (on Debian: apt-get install poppler-utils)");
        using var folder = new TemporaryFolder();
        string film;
        await using (var desk = await browser.Open("tove"))
        {
            var printed = await desk.Page.Context.APIRequest.GetAsync($"{browser.Address}/labels?handler=File&tags={tag}&format=tape-24&codes={codes}");
            film = await FilmedLabel.Make(folder, await printed.BodyAsync());
        }
        await using var phone = await browser.OpenWithCamera(film, "tove");
        await phone.Go("/audits/1");

        await phone.Page.ClickAsync("[data-camera]");
        await Assertions.Expect(phone.Page.Locator("[data-scan-list] .serial")).ToHaveTextAsync(tag);
        await Assertions.Expect(phone.Page.Locator("[data-scan-status]")).ToContainTextAsync(tag);
        await phone.Picture("camera-" + codes);
        Assert.Empty(await phone.Barriers());
        await phone.Page.ClickAsync("[data-camera]"); // off again
        await Assertions.Expect(phone.Page.Locator("[data-camera-view]")).ToBeHiddenAsync();
        await phone.Page.ClickAsync("[data-scan-done]");

        await Assertions.Expect(phone.Page.Locator(".alert-success")).ToContainTextAsync("1 tillagda, varav 0 okända");
        await Assertions.Expect(phone.Page.Locator("main table").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = tag })).ToBeVisibleAsync();
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task A_camera_that_is_refused_is_told_of_and_typing_goes_on()
    {
        await using var window = await browser.Open("tove");
        await window.Go("/audits/1");

        await window.Page.ClickAsync("[data-camera]"); // nobody has allowed it

        await Assertions.Expect(window.Page.Locator("[data-scan-status]")).ToHaveTextAsync("Kameran gick inte att starta. Ge webbläsaren lov att använda den, eller skriv numret.");
        await Assertions.Expect(window.Page.Locator("[data-camera]")).ToBeEnabledAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_address_in_a_labels_code_is_listed_as_its_tag_and_both_codes_of_a_label_are_one_scan()
    {
        await using var window = await browser.Open("tove");
        await window.Go("/audits/1");

        await window.Focused("#scan");
        await window.Page.Keyboard.TypeAsync("https://it.example.se/t/IT0000033\n");
        await Assertions.Expect(window.Page.Locator("[data-scan-list] .serial")).ToHaveTextAsync("IT0000033");
        await window.Page.Keyboard.TypeAsync("IT0000033\n");

        await Assertions.Expect(window.Page.Locator("[data-scan-status]")).ToHaveTextAsync("Finns redan i listan: IT0000033");
        await Assertions.Expect(window.Page.Locator("[data-scan-count]")).ToHaveTextAsync("1");
        Assert.Empty(window.Complaints);
    }
}
