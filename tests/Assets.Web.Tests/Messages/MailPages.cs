using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Messages;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Messages;

public sealed class MailPages
{
    [Fact]
    public async Task Who_looks_after_the_installation_sees_what_failed_and_lets_it_go_again()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        site.Example.Change("insert into mails (key, user_id, address, language, template, \"values\", created_at, next_attempt_at, attempts, state, is_digest, last_error) select 'k', id, 'anna@example.invalid', 'sv', 'order_to_approve', '{\"number\":\"B2026-00009\"}', 1, 1, 12, 3, 0, '550 <script>no such mailbox' from users");
        using var anna = await Visitor.SignedIn(site, "anna");

        var page = WebUtility.HtmlDecode(await anna.Read("/mails"));
        var raw = await anna.Read("/mails?show=failed");
        using var again = await anna.Post("/mails?show=failed", "/mails?handler=Again", ("id", Regex.Match(raw, "name=\"id\" value=\"(?<id>\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["id"].Value), ("show", "failed"));
        var waiting = WebUtility.HtmlDecode(await anna.Read("/mails?show=waiting"));

        Assert.Contains("Beställning B2026-00009 väntar på din attest", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>no such", raw, StringComparison.Ordinal);
        Assert.Contains("Mejl skickas inte", page, StringComparison.Ordinal);
        Assert.Contains("1 person saknar e-postadress", page, StringComparison.Ordinal);
        Assert.Contains("Beställning B2026-00009", waiting, StringComparison.Ordinal);
        Assert.Contains("resend mail", await anna.Read("/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_given_by_an_administrator_and_a_digest_is_chosen_by_its_owner()
    {
        var example = Example.Empty();
        example.Person("bo", "Bo Byte", "sv", new Appointed(Role.Auditor));
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        var id = example.Scalar("select id from users where user_name = 'bo'")!;

        using var wrong = await anna.Post($"/users/{id}", $"/users/{id}?handler=Address", ("email", "bo@example.invalid\r\nBcc: x@example.invalid"));
        var refused = WebUtility.HtmlDecode(await anna.Read($"/users/{id}"));
        using var right = await anna.Post($"/users/{id}", $"/users/{id}?handler=Address", ("email", "bo@example.invalid"));
        using var bo = await Visitor.SignedIn(site, "bo");
        using var chosen = await bo.Post("/profile", "/profile?handler=Mails", ("digest", "true"));
        var profile = await bo.Read("/profile");

        Assert.Contains("är ingen e-postadress", refused, StringComparison.Ordinal);
        Assert.Contains("bo@example.invalid", profile, StringComparison.Ordinal);
        Assert.Equal("bo@example.invalid|1", example.Scalar("select email || '|' || mail_digest from users where user_name = 'bo'"));
    }

    [Fact]
    public async Task A_test_mail_without_a_server_says_what_is_missing()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");

        using var tried = await anna.Post("/mails", "/mails?handler=Test");

        Assert.Equal(HttpStatusCode.Found, tried.StatusCode);
        Assert.Contains("Ingen mejlserver är angiven.", WebUtility.HtmlDecode(await anna.Read("/mails")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mails_link_leads_who_has_not_signed_in_through_the_sign_in_to_the_very_order_and_there_it_is_approved()
    {
        var example = Example.Full();
        example.Change("update users set email = 'berit@example.invalid' where user_name = 'berit'");
        var sent = ExampleOrdering.Order(example.Installation, "100-10-2", 1, null, "");
        await using var site = await ExampleSite.Start(example);
        var link = Regex.Match(example.Scalar($"select \"values\" from mails where template = '{MailKinds.OrderToApprove}' and \"values\" like '%{sent.Number}%'")!, "\"address\":\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["to"].Value;
        using var berit = new Visitor(site);

        using var met = await berit.Get(link);
        var door = met.Headers.Location!;
        var to = Uri.UnescapeDataString(door.Query["?to=".Length..]);
        using var entered = await berit.Post(door.PathAndQuery, "/sign-in", ("account", "berit"), ("password", Example.Password), ("to", to));
        var order = await berit.Read(entered.Headers.Location!.OriginalString);
        var version = Regex.Match(order, "name=\"version\" value=\"(?<v>\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["v"].Value;
        using var approved = await berit.Post(link, link + "?handler=Approve", ("version", version));

        Assert.Equal("/orders/" + sent.Number, entered.Headers.Location!.OriginalString);
        Assert.Contains("Attesterad", WebUtility.HtmlDecode(await berit.Read(link)), StringComparison.Ordinal);
    }
}
