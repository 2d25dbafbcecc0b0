using System.Net;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

[Collection(nameof(Site))]
public sealed class ZeroCharacters(Site site)
{
    [Theory]
    [InlineData("/assets?q=a%00b")]
    [InlineData("/users?after=%00")]
    [InlineData("/devices?after=1%205%20x%00")]
    [InlineData("/contracts?after=line%095%09%00")]
    public async Task A_text_with_the_character_zero_is_refused_on_a_page_before_it_is_looked_for(string address)
    {
        var anna = await site.As("anna");
        using var answer = await anna.Get(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_it_is_in_a_form_and_in_what_a_program_sends_and_nothing_is_kept()
    {
        var anna = await site.As("anna");
        using var program = Calling.By(site.Example, "emma");
        using var kept = await anna.Post("/organisations/new", "/organisations/new", ("F[org_code]", "Z1\0"), ("F[name]", "Noll\0an"), ("F[kind]", "unit"));

        var asked = await program.Get("assets?q=a%00b");
        var sent = await program.Post("views", """{ "list": "contracts", "name": "Noll\u0000an", "query": "runs=now" }""");
        var cursor = await program.Get("devices?cursor=" + System.Buffers.Text.Base64Url.EncodeToString("1 \0"u8));

        Assert.Equal(HttpStatusCode.BadRequest, kept.StatusCode);
        Assert.Equal([(400, "invalid"), (400, "invalid"), (400, "invalid")], [(asked.Status, asked.Code), (sent.Status, sent.Code), (cursor.Status, cursor.Code)]);
        Assert.Equal("0", site.Example.Example.Scalar("select (select count(*) from organisations where name like 'Noll%') + (select count(*) from saved_views where name like 'Noll%')"));
    }
}
