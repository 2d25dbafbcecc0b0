using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class TokenCalls(Site site)
{
    [Fact]
    public async Task A_token_that_is_narrowed_to_an_act_reads_what_it_acts_on_and_nothing_else()
    {
        using var program = Calling.By(site.Example, "tove", null, Permission.Purchase);

        Assert.Equal(200, (await program.Get("purchases")).Status);
        Assert.Equal(403, (await program.Get("audits")).Status);
    }

    [Fact]
    public async Task A_token_says_whose_it_is_and_what_it_may()
    {
        using var program = Calling.By(site.Example, "tove", null, Permission.ViewRegister, Permission.CloseMonth);

        var me = await program.Get("me");

        Assert.Equal(200, me.Status);
        Assert.Equal("tove", me.Json!["account"]!.GetValue<string>());
        Assert.Equal(["view_register"], me.Json["permissions"]!.AsArray().Select(word => word!.GetValue<string>())); // a technician closes no month, whatever her token says
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("assets_")]
    [InlineData("assets_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("assets_0123456789abcdef_' or 1=1 --AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_opens_nothing(string? token)
    {
        using var program = Calling.With(site.Example, token);

        var answer = await program.Get("assets");

        Assert.Equal((401, "application/problem+json", "no_token"), (answer.Status, answer.MediaType, answer.Code));
    }

    [Fact]
    public async Task A_token_with_another_secret_opens_nothing()
    {
        var token = Calling.Token(site.Example, "rut");
        using var program = Calling.With(site.Example, token[..^2] + (token[^2] == 'A' ? "BA" : "AA"));

        Assert.Equal(401, (await program.Get("me")).Status);
    }

    [Fact]
    public async Task A_revoked_token_an_expired_one_and_one_of_a_locked_owner_are_dead_at_once()
    {
        var example = site.Example.Example;
        example.Person("flyktig", "Flyktig", "sv", new Appointed(Role.Auditor));
        var owner = Calling.Id(site.Example, "flyktig");
        using var revoked = Calling.By(site.Example, "flyktig");
        var id = ApiTokens.Read(example.Installation.Database, owner)[0].Id;
        using var locked = Calling.By(site.Example, "flyktig");
        using var brief = Calling.With(site.Example, IssueToken.Run(example.Installation, owner, new TokenRequest("kort", null, null, 1)).Value.Token);
        foreach (var live in new[] { revoked, locked, brief }) Assert.Equal(200, (await live.Get("me")).Status);

        Assert.True(RevokeToken.Run(example.Installation, id, owner).IsDone);
        Assert.Equal(401, (await revoked.Get("me")).Status);
        example.Change($"update api_tokens set expires_at = 1 where name = 'kort'");
        Assert.Equal(401, (await brief.Get("me")).Status);
        Assert.True(AppointPerson.Lock(example.Installation, owner, locked: true).IsDone);
        Assert.Equal(401, (await locked.Get("me")).Status);
    }

    [Fact]
    public async Task Wrong_passwords_that_anyone_types_do_not_stop_a_program()
    {
        site.Example.Example.Person("utsatt", "Utsatt", "sv", new Appointed(Role.Auditor));
        using var program = Calling.By(site.Example, "utsatt");
        using var stranger = new Visitor(site.Example);
        for (var i = 0; i < 6; i++) (await stranger.SignIn("utsatt", "guess")).Dispose();

        Assert.NotNull(site.Example.Example.Scalar("select lockout_end from users where user_name = 'utsatt'"));
        Assert.Equal(200, (await program.Get("me")).Status);
    }

    [Fact]
    public async Task A_withdrawn_right_is_gone_at_the_next_call()
    {
        site.Example.Example.Person("snart", "Snart Borta", "sv", new Appointed(Role.Auditor));
        using var program = Calling.By(site.Example, "snart");
        Assert.Equal(200, (await program.Get("months")).Status);

        site.Example.Example.Change("delete from role_grants where user_id = (select id from users where user_name = 'snart')");

        Assert.Equal(403, (await program.Get("months")).Status);
    }

    [Fact]
    public async Task A_session_opens_no_call_and_a_token_no_page()
    {
        var visitor = await site.As("anna");
        using var answer = await visitor.Get("/api/v1/assets");
        using var program = Calling.By(site.Example, "anna");
        var page = await program.Get("/assets");

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal((302, "/sign-in?to=%2Fassets"), (page.Status, new Uri(page.Location!).PathAndQuery));
    }

    [Fact]
    public async Task A_token_for_a_part_of_the_organisation_reaches_that_part_only()
    {
        using var whole = Calling.By(site.Example, "rut");
        using var part = Calling.By(site.Example, "rut", "100-10");

        Assert.Equal(200, (await whole.Get("assets/3")).Status);
        Assert.Equal(404, (await part.Get("assets/3")).Status);
        Assert.Equal(200, (await part.Get("assets/5")).Status);
        Assert.Equal(403, (await part.Get("acts")).Status); // the trail is divided by nothing
        Assert.True((await part.Get("assets")).Json!["total"]!.GetValue<int>() < (await whole.Get("assets")).Json!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_narrowed_token_reaches_no_other_token_of_its_owner()
    {
        site.Example.Example.Person("flera", "Flera Nycklar", "sv", new Appointed(Role.Auditor));
        using var whole = Calling.By(site.Example, "flera");
        using var part = Calling.By(site.Example, "flera", "100-10");
        using var scoped = Calling.By(site.Example, "flera", null, Permission.ViewRegister);
        var ids = (await whole.Get("tokens")).Items.Select(token => token!["id"]!.GetValue<int>()).Order().ToList();

        Assert.Equal(3, ids.Count);
        Assert.Equal([ids[1]], (await part.Get("tokens")).Items.Select(token => token!["id"]!.GetValue<int>()));
        Assert.Equal([ids[2]], (await scoped.Get("tokens")).Items.Select(token => token!["id"]!.GetValue<int>()));
        Assert.Equal(404, (await scoped.Send(HttpMethod.Delete, $"tokens/{ids[0]}", null)).Status);
        Assert.Equal(404, (await part.Send(HttpMethod.Delete, $"tokens/{ids[2]}", null)).Status);
        Assert.Equal(200, (await part.Send(HttpMethod.Delete, $"tokens/{ids[1]}", null)).Status); // itself
        Assert.Equal(401, (await part.Get("me")).Status);
        Assert.Equal(200, (await whole.Send(HttpMethod.Delete, $"tokens/{ids[2]}", null)).Status);
    }

    [Fact]
    public async Task The_secret_is_in_no_row_and_the_use_is_written_down_once_a_minute()
    {
        var token = Calling.Token(site.Example, "rut");
        using var program = Calling.With(site.Example, token);
        for (var i = 0; i < 5; i++) await program.Get("me");
        var selector = token[7..23];
        for (var tries = 0; tries < 100 && string.IsNullOrEmpty(site.Example.Example.Scalar($"select last_used_at from api_tokens where selector = '{selector}'")); tries++) await Task.Delay(50);

        Assert.NotEmpty(site.Example.Example.Scalar($"select last_used_at from api_tokens where selector = '{selector}'")!);
        Assert.Equal("0", site.Example.Example.Scalar($"select count(*) from api_tokens where hash like '%{token[24..]}%' or selector like '%{token[24..]}%'"));
        Assert.Equal("0", site.Example.Example.Scalar($"select count(*) from history where after like '%{token[24..]}%'"));
    }

    [Fact]
    public async Task A_token_is_made_and_revoked_on_its_page_and_shown_once()
    {
        var visitor = await site.As("tove");
        using var made = await visitor.Post("/profile/tokens", "/profile/tokens", ("name", "Lagerskanner"), ("days", "30"), ("scope", "view_register"), ("scope", "edit_register"));
        var page = await made.Content.ReadAsStringAsync();
        var token = page.Split("value=\"").Single(part => part.StartsWith("assets_", StringComparison.Ordinal)).Split('"')[0];
        using var program = Calling.With(site.Example, token);

        Assert.Equal(200, (await program.Get("assets")).Status);
        Assert.Equal(403, (await program.Get("devices")).Status);
        Assert.DoesNotContain(token, await visitor.Read("/profile/tokens"), StringComparison.Ordinal);
        Assert.Contains("Lagerskanner", await (await site.As("anna")).Read("/profile/tokens"), StringComparison.Ordinal);

        var id = site.Example.Example.Scalar("select id from api_tokens where name = 'Lagerskanner'")!;
        using var foreign = await (await site.As("rut")).Post("/profile/tokens", "/profile/tokens?handler=Revoke", ("id", id));
        Assert.Equal(404, (int)foreign.StatusCode);
        using var revoked = await (await site.As("anna")).Post("/profile/tokens", "/profile/tokens?handler=Revoke", ("id", id));
        Assert.Equal(302, (int)revoked.StatusCode);
        Assert.Equal(401, (await program.Get("assets")).Status);
    }
}
