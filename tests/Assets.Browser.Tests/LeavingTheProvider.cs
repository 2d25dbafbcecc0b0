using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Security;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>A browser holds the answer to a form against our own policy, which a client in a test does not.</summary>
[Collection(nameof(Browser))]
public sealed class LeavingTheProvider(Browser browser)
{
    [Fact]
    public async Task Who_leaves_is_led_to_the_identity_provider_and_back()
    {
        await using var provider = await FakeProvider.Start();
        provider.EndsSessions = true;
        var example = Example.Empty(provider.Settings());
        example.Person("petra", "Petra på plats", "sv", new Appointed(Role.Auditor));
        await using var site = await ExampleSite.Start(example);
        await using var window = await browser.OpenAt(site.Address.ToString().TrimEnd('/'));
        await window.Page.GotoAsync("/sign-in/elsewhere?to=/profile");
        await window.Page.WaitForURLAsync("**/profile");

        await window.Page.ClickAsync("aside form[action='/sign-out'] button");
        await window.Page.WaitForURLAsync("**/sign-in");

        Assert.Equal(FakeProvider.ClientId, provider.LeftWith!["client_id"].ToString());
        await window.Page.GotoAsync("/profile");
        Assert.Contains("/sign-in?to=", window.Page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }
}
