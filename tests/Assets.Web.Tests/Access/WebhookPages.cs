using System.Net;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Access;

[Collection(nameof(Site))]
public sealed class WebhookPages(Site site)
{
    [Fact]
    public async Task A_webhook_is_added_its_secret_shown_once_and_it_is_taken_away()
    {
        var anna = await site.As("anna");
        using var added = await anna.Post("/webhooks", "/webhooks", ("name", "Ärendesystemet"), ("address", "https://arende.example/hook"), ("subject", "order"));
        var page = await added.Content.ReadAsStringAsync();
        var later = await anna.Read("/webhooks");

        Assert.Contains("value=\"whsec_", page, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", later, StringComparison.Ordinal);
        Assert.Contains("https://arende.example/hook", later, StringComparison.Ordinal);

        var id = site.Example.Example.Scalar("select id from webhooks where name = 'Ärendesystemet'")!;
        using var removed = await anna.Post("/webhooks", "/webhooks?handler=Remove", ("id", id));
        Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
        Assert.DoesNotContain("arende.example", await anna.Read("/webhooks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_inside_is_refused_and_others_do_not_come_here()
    {
        var anna = await site.As("anna");
        using var refused = await anna.Post("/webhooks", "/webhooks", ("name", "Inåt"), ("address", "http://127.0.0.1/"));
        using var foreign = await (await site.As("tove")).Post("/profile", "/webhooks", ("name", "Mitt"), ("address", "https://arende.example/"));

        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Equal("0", site.Example.Example.Scalar("select count(*) from webhooks where name in ('Inåt', 'Mitt')"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }
}
