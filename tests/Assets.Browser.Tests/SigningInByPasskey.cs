using System.Text.Json;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>Chromium with an authenticator of its own making: a device that knows its owner by a finger.</summary>
[Collection(nameof(Browser))]
public sealed class SigningInByPasskey(Browser browser)
{
    [Fact]
    public async Task A_passkey_is_added_named_used_instead_of_the_password_and_removed()
    {
        await using var site = await ExampleSite.Start(People());
        await using var window = await browser.OpenAt(Root(site));
        var page = window.Page;
        await Device(page);

        await SignIn(page, "petra");
        await page.GotoAsync("/profile/second-factor");
        Assert.Empty(await window.Barriers());
        await page.FillAsync("#passkey-name", "Min dator");
        await page.ClickAsync("form[data-passkey=create] button");
        await page.WaitForSelectorAsync("#passkeys summary:text('Min dator')");
        await page.ClickAsync("#passkeys summary");
        await page.FillAsync("#passkeys details input[name=name]", "Jobbdatorn");
        await page.ClickAsync("#passkeys details button");
        await page.WaitForSelectorAsync("#passkeys summary:text('Jobbdatorn')");
        await window.Picture("passkeys");

        await SignOut(page);
        using (var stranger = new Visitor(site)) // wrong passwords, which anybody can type, do not keep out who has a passkey
            for (var i = 0; i < 5; i++) (await stranger.SignIn("petra", "guess")).Dispose();
        await page.GotoAsync("/sign-in?to=%2Fprofile");
        await window.Picture("passkey-sign-in");
        await page.ClickAsync("form[data-passkey=get] button");
        await page.WaitForURLAsync("**/profile");
        Assert.NotEmpty(site.Example.Scalar("select lockout_end from users where user_name = 'petra'")!);
        Assert.Contains("petra", await page.InnerTextAsync("dl.facts >> nth=0"), StringComparison.Ordinal);

        await page.GotoAsync("/profile/second-factor");
        await page.ClickAsync("#passkeys td.text-end button");
        await page.WaitForSelectorAsync("text=Passnyckeln är borttagen");
        await SignOut(page);
        await page.ClickAsync("form[data-passkey=get] button");
        await page.WaitForSelectorAsync("text=Passnyckeln godtogs inte");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_passkey_is_the_second_factor_that_a_role_needs()
    {
        await using var site = await ExampleSite.Start(People(("Assets:SecondFactorFor", "auditor")));
        await using var window = await browser.OpenAt(Root(site));
        var page = window.Page;
        await Device(page);

        await SignIn(page, "petra");
        await page.GotoAsync("/assets");
        Assert.Contains("/profile/second-factor?to=%2Fassets", page.Url, StringComparison.Ordinal);
        await window.Picture("factor-demanded");
        await page.ClickAsync("form[data-passkey=create] button");
        await page.ClickAsync("text=Fortsätt");
        await page.WaitForURLAsync("**/assets");

        await SignOut(page);
        await SignIn(page, "petra"); // by password alone
        await page.GotoAsync("/assets");
        Assert.Contains("loggade in med bara lösenord", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#key").CountAsync());
        await SignOut(page);
        await page.ClickAsync("form[data-passkey=get] button");
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");
        await page.GotoAsync("/assets");
        Assert.EndsWith("/assets", page.Url, StringComparison.Ordinal);
    }

    private static Example People(params (string Name, string Value)[] settings)
    {
        var example = Example.Empty(settings);
        example.Clock.Now = TimeProvider.System.GetUtcNow(); // a browser lets cookies expire by its own clock
        example.Person("petra", "Petra Passnyckel", "sv", new Appointed(Role.Auditor));
        return example;
    }

    // A passkey is a domain's, and an IP address is none.
    private static string Root(ExampleSite site) => $"http://localhost:{site.Address.Port}";

    private static async Task Device(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.SerializeToElement(new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true }),
        });
    }

    private static async Task SignIn(IPage page, string account)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", Example.Password);
        await page.ClickAsync("form:has(#password) button[type=submit]");
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath != "/sign-in");
    }

    private static async Task SignOut(IPage page)
    {
        await page.ClickAsync("aside form[action='/sign-out'] button");
        await page.WaitForURLAsync("**/sign-in");
    }
}
