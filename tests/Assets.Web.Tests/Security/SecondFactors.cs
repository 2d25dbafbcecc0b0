using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Monitoring;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

public sealed class SecondFactors
{
    private const string Page = "/profile/second-factor";

    [Fact]
    public async Task With_an_authenticator_the_password_alone_opens_nothing_and_a_code_only_once()
    {
        await using var site = await With("bo");
        using var bo = await Visitor.SignedIn(site, "bo");
        var (app, _) = await TurnOn(bo);

        using var other = new Visitor(site);
        using var half = await other.SignIn("bo", Example.Password, "/audit?verb=x");
        using var within = await other.Get("/profile");
        using var wrong = await other.Post("/sign-in/code", "/sign-in/code", ("code", "000000"), ("to", "/audit?verb=x"));
        var code = app.Code(1);
        using var right = await other.Post("/sign-in/code", "/sign-in/code", ("code", code[..3] + " " + code[3..]), ("to", "/audit?verb=x"));
        var profile = WebUtility.HtmlDecode(await other.Read("/profile"));
        using var third = new Visitor(site);
        using var again = await third.SignIn("bo", Example.Password);
        using var replayed = await third.Post("/sign-in/code", "/sign-in/code", ("code", code));

        Assert.Equal("/sign-in/code?to=%2Faudit%3Fverb%3Dx", half.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, within.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("/audit?verb=x", right.Headers.Location?.OriginalString);
        Assert.Contains("Rätt lösenord, fel kod", profile, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do()
    {
        await using var site = await With("bo");
        using var bo = await Visitor.SignedIn(site, "bo");
        var (app, codes) = await TurnOn(bo);
        using var thief = new Visitor(site);
        using var half = await thief.SignIn("bo", Example.Password);

        for (var i = 0; i < 5; i++) (await thief.Post("/sign-in/code", i % 2 == 0 ? "/sign-in/code" : "/sign-in/code?handler=Recovery", ("code", "000000"), ("recovery", "AAAAA-AAAAA"))).Dispose();
        using var late = await thief.Post("/sign-in/code", "/sign-in/code", ("code", app.Code(1)));
        using var recovery = await thief.Post("/sign-in/code", "/sign-in/code?handler=Recovery", ("recovery", codes[0]));

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, recovery.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_neither_it_nor_the_secret_lies_readable_in_the_database()
    {
        await using var site = await With("bo");
        using var bo = await Visitor.SignedIn(site, "bo");
        var (_, codes) = await TurnOn(bo);
        using var other = new Visitor(site);
        using var half = await other.SignIn("bo", Example.Password);

        using var first = await other.Post("/sign-in/code", "/sign-in/code?handler=Recovery", ("recovery", codes[3].ToLowerInvariant()));
        var left = WebUtility.HtmlDecode(await other.Read(Page));
        using var third = new Visitor(site);
        using var again = await third.SignIn("bo", Example.Password);
        using var second = await third.Post("/sign-in/code", "/sign-in/code?handler=Recovery", ("recovery", codes[3]));

        Assert.Equal(10, codes.Length);
        Assert.Equal("/", first.Headers.Location?.OriginalString);
        Assert.Contains("9 återställningskoder kvar", left, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        var stored = site.Example.Scalar("select group_concat(value) from user_tokens")!;
        Assert.DoesNotContain(codes[5], stored, StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Z2-7]{32}", stored);
    }

    [Fact]
    public async Task Who_must_have_one_and_has_none_is_led_to_set_it_up_from_wherever_and_then_goes_on()
    {
        var example = Example.Empty(("Assets:SecondFactorFor", "auditor, manager"));
        example.Person("bo", "Bo Byte", "sv", new Appointed(Role.Auditor));
        example.Person("olle", "Olle Orre", "sv", new Appointed(Role.Orderer));
        await using var site = await ExampleSite.Start(example);
        using var olle = await Visitor.SignedIn(site, "olle");
        using var bo = await Visitor.SignedIn(site, "bo");

        using var free = await olle.Get("/order");
        using var led = await bo.Get("/audit?verb=lock");
        using var posted = await bo.PostWith(Visitor.TokenOf(await bo.Read(Page)), "/profile?handler=Everywhere");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets");
        request.Headers.Add("HX-Request", "true");
        using var part = await bo.Send(request);
        var page = WebUtility.HtmlDecode(await bo.Read(led.Headers.Location!.OriginalString));
        var (_, codes) = await TurnOn(bo);
        using var after = await bo.Get("/audit?verb=lock");

        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
        Assert.Equal("/profile/second-factor?to=%2Faudit%3Fverb%3Dlock", led.Headers.Location?.OriginalString);
        Assert.Equal("/profile/second-factor?to=%2F", posted.Headers.Location?.OriginalString);
        Assert.StartsWith(Page, Assert.Single(part.Headers.GetValues("HX-Redirect")), StringComparison.Ordinal);
        Assert.Contains("Din roll kräver en andra faktor", page, StringComparison.Ordinal);
        Assert.NotEmpty(codes);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_role_that_is_given_today_asks_for_it_at_the_next_click()
    {
        var example = Example.Empty(("Assets:SecondFactorFor", "manager"));
        example.Person("bo", "Bo Byte", "sv", new Appointed(Role.Auditor));
        await using var site = await ExampleSite.Start(example);
        using var bo = await Visitor.SignedIn(site, "bo");
        using var before = await bo.Get("/assets");

        example.Change("insert into role_grants (user_id, role) select id, 1 from users where user_name = 'bo'");
        using var after = await bo.Get("/assets");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.StartsWith(Page, after.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_resets_a_lost_one_and_that_is_on_record_and_the_owner_is_told()
    {
        await using var site = await With("bo");
        site.Example.Change("update users set email = 'bo@example.invalid' where user_name = 'bo'");
        using var bo = await Visitor.SignedIn(site, "bo");
        await TurnOn(bo);
        using var anna = await Visitor.SignedIn(site, "anna");
        var id = site.Example.Scalar("select id from users where user_name = 'bo'")!;

        using var reset = await anna.Post($"/users/{id}", $"/users/{id}?handler=Factor");
        using var ended = await bo.Get("/profile");
        using var entered = await new Visitor(site).SignIn("bo", Example.Password);
        var trail = await anna.Read("/audit");

        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
        Assert.Equal("/", entered.Headers.Location?.OriginalString);
        Assert.Contains("reset second factor", trail, StringComparison.Ordinal);
        Assert.Contains("turn on authenticator", trail, StringComparison.Ordinal);
        Assert.Equal("second_factor_reset", site.Example.Scalar("select template from mails"));
        Assert.Equal("0", site.Example.Scalar("select count(*) from user_tokens"));
    }

    [Fact]
    public async Task Turning_it_off_asks_for_a_code_and_what_the_app_knew_is_worth_nothing_then()
    {
        await using var site = await With("bo");
        using var bo = await Visitor.SignedIn(site, "bo");
        var (app, _) = await TurnOn(bo);

        using var without = await bo.Post(Page, Page + "?handler=Off", ("code", ""));
        var still = site.Example.Scalar("select two_factor_enabled from users where user_name = 'bo'");
        using var with = await bo.Post(Page, Page + "?handler=Off", ("code", app.Code(1)));
        var fresh = await Authenticator.Read(bo);

        Assert.Equal("1", still);
        Assert.Equal("0", site.Example.Scalar("select two_factor_enabled from users where user_name = 'bo'"));
        Assert.NotEqual(app.Code(), fresh.Code());
    }

    [Fact]
    public async Task A_password_alone_puts_no_second_factor_beside_the_owners_passkey()
    {
        await using var site = await With("bo");
        site.Example.Change("insert into user_passkeys (credential_id, user_id, data) select x'0102', id, '{\"PublicKey\":\"0102\",\"Name\":\"Min dator\",\"CreatedAt\":1780000000000000,\"SignCount\":0,\"IsUserVerified\":true,\"IsBackupEligible\":false,\"IsBackedUp\":false,\"AttestationObject\":\"0102\",\"ClientDataJson\":\"0102\",\"Transports\":null}' from users where user_name = 'bo'");
        using var thief = await Visitor.SignedIn(site, "bo");

        var page = WebUtility.HtmlDecode(await thief.Read(Page));
        using var options = await thief.Post(Page, Page + "?handler=Options");
        using var removed = await thief.Post(Page, Page + "?handler=Remove", ("id", "AQI"));
        using var turnedOn = await thief.Post(Page, Page + "?handler=On", ("code", "123456"));

        Assert.Contains("Min dator", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"key\"", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (options.StatusCode, removed.StatusCode, turnedOn.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("{\"id\":\"AQI\",\"rawId\":\"AQI\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task An_answer_that_no_passkey_gave_opens_nothing(string credential)
    {
        await using var site = await With("bo");
        using var stranger = new Visitor(site);

        using var unasked = await stranger.Post("/sign-in", "/sign-in/passkey", ("credential", credential));
        using var options = await stranger.Post("/sign-in", "/sign-in/passkey?handler=Options");
        using var answered = await stranger.Post("/sign-in", "/sign-in/passkey", ("credential", credential));

        Assert.Equal("/sign-in", unasked.Headers.Location?.OriginalString);
        Assert.Contains("\"userVerification\":\"required\"", await options.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/sign-in", answered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_role_that_there_is_not_stops_the_start() =>
        await Assert.ThrowsAsync<SettingRefusedException>(() => ExampleSite.Start(Example.Empty(("Assets:SecondFactorFor", "admin"))));

    private static async Task<ExampleSite> With(string account)
    {
        var example = Example.Empty();
        example.Person(account, account, "sv", new Appointed(Role.Auditor));
        return await ExampleSite.Start(example);
    }

    private static async Task<(Authenticator App, string[] Codes)> TurnOn(Visitor visitor)
    {
        var app = await Authenticator.Read(visitor);
        using var on = await visitor.Post(Page, Page + "?handler=On", ("code", app.Code()));
        var page = WebUtility.HtmlDecode(await visitor.Read(Page));
        return (app, [.. Regex.Matches(page, "<li><code>(?<code>[^<]+)</code>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Select(m => m.Groups["code"].Value)]);
    }
}
