using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>What holds for each page, whatever it shows.</summary>
[Collection(nameof(Browser))]
public sealed class EveryPage(Browser browser)
{
    public static TheoryData<string, string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string, string>();
            foreach (var (address, account) in ExamplePages.OfOthers)
            {
                ways.Add(address, account, "light");
                ways.Add(address, account, "dark");
            }
            foreach (var address in ExamplePages.OfTheUnit)
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

    [Theory]
    [InlineData("/assets", "light")]
    [InlineData("/assets", "dark")]
    [InlineData("/contracts", "light")]
    [InlineData("/contracts", "dark")]
    public async Task The_form_for_what_was_chosen_in_a_list_has_no_barriers_before_and_after_its_preview(string list, string theme)
    {
        await using var window = await browser.Open("anna", theme);
        var name = $"chosen-{list.Trim('/')}-{theme}";
        await window.Go(list);
        for (var i = 0; i < 2; i++) await window.Page.Locator("input[name=Ids]").Nth(i).CheckAsync();

        await window.Page.ClickAsync("button[form=bulk]:not([name])");
        await window.Page.Locator("button[formaction*=Preview]").WaitForAsync();
        await window.HasNoBarriers(name);
        if (list == "/assets")
        {
            await window.Page.Locator("input[name=Chosen][value=room]").CheckAsync();
            await window.Page.FillAsync("input[name='F[room]']", "C7");
        }
        else
        {
            await window.Page.FillAsync("#unit", "100-10-2");
            await window.Page.FillAsync("#day", "2026-07-01");
        }
        await window.Page.ClickAsync("button[formaction*=Preview]");
        await window.Page.Locator("table").First.WaitForAsync();
        await window.HasNoBarriers(name + "-preview");
    }

    [Theory]
    [InlineData("anna", "light")]
    [InlineData("emma", "dark")]
    public async Task The_page_that_says_what_is_missing_has_no_barriers(string account, string theme)
    {
        await using var window = await browser.Open(account, theme);

        var answer = await window.Page.GotoAsync("/no-such-page");

        Assert.Equal(404, answer!.Status);
        await window.Picture("missing-" + theme);
        Assert.Empty(await window.Barriers());
        await window.Page.SetViewportSizeAsync(360, 740);
        Assert.True(await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        Assert.Empty(await window.Barriers());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/costs")]
    [InlineData("/register/as-of")]
    public async Task Tens_of_millions_of_kronor_stay_within_their_card_on_a_phone(string address)
    {
        await using var window = await browser.Open(width: 360, height: 740);
        await window.Go(address);

        var figures = window.Page.Locator(".card .figure");
        await figures.EvaluateAllAsync<int>("figures => figures.filter(figure => figure.textContent = '33\u00a0721\u00a0961\u00a0kr').length");

        Assert.NotEqual(0, await figures.CountAsync());
        Assert.Equal(0, await figures.EvaluateAllAsync<int>("figures => figures.filter(figure => figure.scrollWidth > figure.clientWidth).length"));
    }

    [Fact]
    public async Task The_rent_is_among_the_columns_that_a_usual_screen_shows_of_the_contract_lines()
    {
        await using var window = await browser.Open();
        await window.Go("/contracts");

        var table = window.Page.Locator(".table-responsive:has(table.assets)");

        Assert.Contains("Månadshyra", await table.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.True(await table.EvaluateAsync<bool>("table => table.scrollWidth <= table.clientWidth"));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_page_that_asks_for_the_code_has_no_barriers(string theme)
    {
        await using var window = await browser.Open(account: "", theme);
        var account = "kod-" + theme;
        browser.Site.Example.Person(account, account, "sv", new Appointed(Role.Auditor));
        using (var visitor = await Visitor.SignedIn(browser.Site, account))
        {
            var app = await Authenticator.Read(visitor);
            using var on = await visitor.Post("/profile/second-factor", "/profile/second-factor?handler=On", ("code", app.Code()));
        }

        await window.Go("/sign-in");
        await window.Page.FillAsync("#account", account);
        await window.Page.FillAsync("#password", Example.Password);
        await window.Page.Locator("form:has(#password) button[type=submit]").ClickAsync();
        await window.Page.WaitForURLAsync("**/sign-in/code**");

        await window.HasNoBarriers("sign-in-code-" + theme);
    }

    public static TheoryData<string> AddressesAlone => [.. ExamplePages.OfTheUnit];

    private static string Name(string address, string account, string way) => (account is "anna" or "emma" ? "" : account + "-") + Name(address, way);

    private static string Name(string address, string way) => string.Concat(address.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-') is { Length: > 0 } name ? $"{name}-{way}" : $"start-{way}";
}
