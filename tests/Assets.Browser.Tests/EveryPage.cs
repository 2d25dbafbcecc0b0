using Xunit;

namespace Assets.Browser.Tests;

/// <summary>What holds for each page, whatever it shows.</summary>
[Collection(nameof(Browser))]
public sealed class EveryPage(Browser browser)
{
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "/", "/assets", "/assets?q=latitude&state=in_use", "/assets?q=zzz", "/assets?cols=model,place", "/assets/7", "/assets/12?believed=2026-05-01&about=2026-04-30", "/register/as-of", "/register/as-of?about=2015-01-01", "/contracts", "/contracts?customer=100-10&ends=2027-01-01&runs=now&sort=-rent&cols=asset,model,unit,costCode,period,method,rent,user", "/contracts?q=zzz", "/contracts/20", "/contracts/20/change", "/contracts/3/change", "/contracts/new?asset=IT0000090",
        "/months", "/months/2026-05", "/months/2026-06", "/months/2026-06/findings/unpriced_line", "/devices", "/devices/1", "/organisations", "/organisations/2", "/profile", "/profile/second-factor", "/costs", "/costs?unit=2", "/costs/lines?cause=started",
        "/contracts/3/months/2026-05", "/charges/2026-05:C00003:rent:01", "/charges/2026-04:C00020:rent:01:2026-02:new", "/months/2026-06/findings/unpriced_line?show=open",
        "/standard", "/standard/2", "/standard/3", "/standard/3/rules", "/standard/3/product?code=KONTOR", "/standard/3/effect", "/standard/2/rulebook", "/prices",
        "/purchases", "/purchases/new", "/purchases/I2026-00001", "/purchases/I2026-00001/receive", "/purchases/I2026-00001/edit", "/receive?like=3", "/labels?tags=IT0000001,IT0000002",
        "/assets/3/edit", "/assets/3/steps", "/audits", "/audits/1", "/search?q=latitude", "/search?q=zzzzz",
        "/models", "/models?q=zzz", "/models/1", "/models/1/edit", "/models/new", "/device-types", "/sites", "/sites/1/edit", "/suppliers", "/suppliers/1",
        "/devices/new", "/devices/2/edit", "/devices/credentials", "/devices/discover",
        "/organisations/new?unit=100-10", "/organisations/2/edit", "/cost-codes/1/edit",
        "/profile/tokens", "/api",
    ];

    /// <summary>Pages that are for others than those who run the unit.</summary>
    public static IReadOnlyList<(string Address, string Account)> OfOthers { get; } =
    [
        ("/order", "olle"), ("/order?q=zzz", "olle"), ("/order/kontor", "olle"), ("/order/wish", "olle"), ("/basket", "olle"), ("/basket", "vera"), ("/orders?show=mine", "olle"),
        ("/orders/B2026-00004", "olle"), ("/", "berit"), ("/orders?show=waiting", "berit"), ("/orders/B2026-00001", "berit"), ("/orders/B2026-00003", "arne"), ("/orders?show=all&state=delivered", "berit"),
        ("/approvals/delegations", "berit"), ("/rented", "olle"), ("/rented?q=zzz", "olle"), ("/rented/10/return", "olle"), ("/rented/10/move", "olle"), ("/rented/10/replace", "olle"),
        ("/queue", "tove"), ("/queue?show=late", "tove"), ("/queue/B2026-00002", "tove"), ("/queue/B2026-00006", "tove"), ("/queue/B2026-00008", "tove"),
        ("/orders/B2026-00007/note", "tove"), ("/orders/B2026-00007/note", "olle"), ("/accessibility", "olle"),
        ("/mails", "anna"), ("/webhooks", "anna"), ("/mails?show=failed", "anna"), ("/mails?show=sent", "anna"), ("/users", "anna"), ("/import", "anna"),
    ];

    public static TheoryData<string, string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string, string>();
            foreach (var (address, account) in OfOthers)
            {
                ways.Add(address, account, "light");
                ways.Add(address, account, "dark");
            }
            foreach (var address in Addresses)
            {
                ways.Add(address, "anna", "light");
                ways.Add(address, "emma", "dark");
            }
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_page_has_no_barriers_wide_and_on_a_phone_and_the_browser_complains_of_nothing(string address, string account, string theme)
    {
        await using var window = await browser.Open(account, theme);

        await window.Go(address);
        await window.Picture(Name(address, account, theme));
        Assert.Empty(await window.Barriers());

        await window.Page.SetViewportSizeAsync(360, 740);
        await window.Picture(Name(address, account, "phone-" + theme));
        var wide = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= 360, $"{address} is {wide} wide");
        if (theme == "light") Assert.Empty(await window.Barriers()); // what differs on a phone is not the colours
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [MemberData(nameof(AddressesAlone))]
    public async Task A_page_can_be_read_without_scripts(string address)
    {
        await using var window = await browser.Open(scripts: false);

        await window.Go(address);

        Assert.NotEmpty(await window.Page.Locator("main").InnerTextAsync());
        Assert.True(await window.Page.Locator("a[href='/assets']").First.IsVisibleAsync());
    }

    [Fact]
    public async Task The_sign_in_page_has_no_barriers_in_light_and_dark()
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            await using var window = await browser.Open(account: "", theme);

            await window.Go("/sign-in");
            await window.Picture("sign-in-" + theme);

            Assert.Empty(await window.Barriers());
            Assert.Empty(window.Complaints);
        }
    }

    public static TheoryData<string> AddressesAlone => [.. Addresses];

    private static string Name(string address, string account, string way) => (account is "anna" or "emma" ? "" : account + "-") + Name(address, way);

    private static string Name(string address, string way) => string.Concat(address.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-') is { Length: > 0 } name ? $"{name}-{way}" : $"start-{way}";
}
