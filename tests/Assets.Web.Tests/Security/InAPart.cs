using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Rentals;
using Assets.Web.Security;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>People with a role in one administration (100-10), who try for what lies outside: what moved away, whole months, purchases, other people.</summary>
public sealed class InAPart(PartOfTheWhole part) : IClassFixture<PartOfTheWhole>
{
    private static readonly string[] WholePages = ["/purchases", "/purchases/new", "/purchases/I2026-00001", "/purchases/I2026-00001/receive", "/purchases/I2026-00001/edit", "/receive"];

    private ExampleSite At => part.Site;

    [Fact]
    public async Task A_technician_of_a_part_buys_and_receives_nothing()
    {
        using var technician = await Visitor.SignedIn(At, "deltekniker");
        using var program = Calling.By(At, "deltekniker");

        foreach (var address in WholePages)
        {
            using var answer = await technician.Get(address);
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, answer.StatusCode));
        }
        using var posted = await technician.Post("/profile", "/receive", ("ModelCode", "M-pc"), ("Rows", "STULEN-1"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.DoesNotContain("/purchases", await technician.Read("/assets"), StringComparison.Ordinal);
        Assert.DoesNotContain("/receive", await technician.Read("/assets/45"), StringComparison.Ordinal);
        Assert.DoesNotContain("/purchases/", await technician.Read("/search?q=I2026"), StringComparison.Ordinal);
        Assert.Empty((await program.Get("search?q=I2026")).Items);
    }

    [Fact]
    public async Task Each_page_of_purchases_demands_the_right_for_the_whole()
    {
        var pages = At.App.Services.GetRequiredService<PageLoader>();
        var found = 0;
        foreach (var endpoint in At.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || endpoint.RoutePattern.RawText is not { } pattern) continue;
            if (pattern.TrimStart('/').Split('/')[0] is not ("purchases" or "receive")) continue;
            var model = (await pages.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty)).ModelTypeInfo!;
            Assert.True(model.GetCustomAttributes(inherit: true).OfType<NeedsAttribute>().Single().Everywhere, pattern);
            found++;
        }

        Assert.True(found >= WholePages.Length);
    }

    [Fact]
    public async Task Of_what_has_moved_away_only_the_own_stretch_is_told()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        using var program = Calling.By(At, "olle");
        using var whole = Calling.By(At, "rut");

        var own = (await program.Get("contract-lines?q=C00035")).Items.Single()!;
        var all = (await whole.Get("contract-lines?q=C00035")).Items.Single()!;
        var page = await olle.Read("/contracts?q=C00035");

        Assert.Equal(("Björkskolan", "2026-06-10"), (own["unit"]!.GetValue<string>(), own["until"]!.GetValue<string>()));
        Assert.Equal("Hemtjänsten Öst", all["unit"]!.GetValue<string>());
        Assert.Contains("Björkskolan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemtjänsten", page + (await program.Get("search?q=C00035")).Text, StringComparison.Ordinal);
        Assert.Empty((await program.Get("contract-lines?unit=100-11-1")).Items); // that it went there is not found by asking either
        Assert.NotEmpty((await whole.Get("contract-lines?unit=100-11-1")).Items);
    }

    [Fact]
    public async Task Who_pays_is_told_of_today_and_within_reach()
    {
        using var program = Calling.By(At, "olle");
        using var whole = Calling.By(At, "rut");
        async Task<string?> Payer(Calling who, string tag) => (await who.Get("assets?q=" + tag)).Items.Single()!["payer_unit"]?.GetValue<string>();

        Assert.Equal("Hemtjänsten Öst", await Payer(whole, "IT0000040"));
        Assert.Null(await Payer(program, "IT0000040")); // the own user's, paid by another
        Assert.Equal("Björkskolan", await Payer(program, "IT0000045"));
        Assert.Null(await Payer(whole, "IT0000021")); // given back in April
    }

    [Fact]
    public async Task An_old_months_lines_do_not_tell_who_has_the_thing_today()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        using var program = Calling.By(At, "olle");

        var lines = (await program.Get("costs/lines?month=2026-05&limit=200")).Items;
        var page = await olle.Read("/costs/lines?month=2026-05");
        using var file = await olle.Get("/costs/file?month=2026-05");

        var moved = lines.Single(line => line!["code"]!.GetValue<string>() == "C00035")!;
        Assert.Equal((null, null), (moved["user"]?.GetValue<string>(), moved["room"]?.GetValue<string>()));
        Assert.Equal("A145", lines.Single(line => line!["code"]!.GetValue<string>() == "C00045")!["room"]!.GetValue<string>());
        Assert.Contains("C00035", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlig.person", page, StringComparison.Ordinal);
        Assert.DoesNotContain("HEM9", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task An_auditor_of_a_part_reads_no_history_of_what_was_elsewhere_before()
    {
        using var program = Calling.By(At, "delrevisor");
        using var whole = Calling.By(At, "rut");

        foreach (var address in new[] { "assets/45/history", "assets/45/as-of", "contract-lines/45/history" })
        {
            Assert.Equal((address, 403), (address, (await program.Get(address)).Status));
            Assert.Equal((address, 200), (address, (await whole.Get(address)).Status));
        }
    }

    [Fact]
    public async Task A_months_findings_are_counted_for_who_sees_the_whole_month()
    {
        using var auditor = await Visitor.SignedIn(At, "delrevisor");
        using var program = Calling.By(At, "delrevisor");
        using var whole = Calling.By(At, "rut");

        var mine = (await program.Get("months/2026-06")).Json!;
        var all = (await whole.Get("months/2026-06")).Json!;
        var pages = await auditor.Read("/months/2026-06") + await auditor.Read("/months") + await auditor.Read("/");

        Assert.NotEmpty(all["findings"]!.AsArray());
        Assert.Empty(mine["findings"]!.AsArray());
        Assert.True(all["month"]!["notes"]!.GetValue<int>() + all["month"]!["stops"]!.GetValue<int>() > 0);
        Assert.Null(mine["month"]!["notes"]);
        Assert.Null(mine["month"]!["stops"]);
        Assert.DoesNotContain("/findings/", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("#findings", pages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_basket_that_is_not_sent_is_found_by_nobody_else()
    {
        using var program = Calling.By(At, "rut");

        Assert.Empty((await program.Get("search?q=" + ExampleOrdering.Basket)).Items);
        Assert.Single((await program.Get("search?q=" + ExampleOrdering.Accepted)).Items);
    }

    [Fact]
    public async Task A_recipient_sees_his_own_slip_and_no_colleagues()
    {
        using var anna = await Visitor.SignedIn(At, "anna.berg1");
        using var olle = await Visitor.SignedIn(At, "olle");
        var note = $"/orders/{ExampleFulfilment.Delivered}/note";

        var hers = await anna.Read(note);
        var all = await olle.Read(note);

        Assert.Contains("anna.berg1", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("anna.berg3", hers, StringComparison.Ordinal);
        Assert.Contains("anna.berg3", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_unit_rents_stands_on_the_organisations_page_for_who_may_see_its_contracts()
    {
        using var mixed = await Visitor.SignedIn(At, "blandad"); // sees the register of all, contracts of 100-10
        var rows = (await mixed.Read("/organisations")).Split("<tr>");
        string Row(string name) => rows.Single(row => row.Contains($">{name}</a>", StringComparison.Ordinal));

        Assert.Matches("<td class=\"number\">[0-9]+</td>\\s*<td class=\"number\">[^<]+,[0-9]{2}</td>", Row("Barn- och utbildningsförvaltningen"));
        Assert.Matches("<td class=\"number\"></td>\\s*<td class=\"number\"></td>", Row("Vård- och omsorgsförvaltningen"));
        var town = await mixed.Read("/organisations/1");
        Assert.DoesNotContain("<dt>Månadshyra", town, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_attached_to_or_told_of_what_lies_outside()
    {
        using var program = Calling.By(At, "deltekniker");
        using var technician = await Visitor.SignedIn(At, "deltekniker");
        var screen = await program.Get("assets/" + part.Screen);

        var outside = await program.Send(HttpMethod.Patch, "assets/" + part.Screen, """{"parent_tag":"IT0000003"}""", ("If-Match", screen.ETag!));
        var serial = await program.Send(HttpMethod.Patch, "assets/" + part.Screen, """{"purchase":{"model_code":"M-monitor","serial":"SN0003DX"}}""", ("If-Match", screen.ETag!));
        var inside = await program.Send(HttpMethod.Patch, "assets/" + part.Screen, """{"parent_tag":"IT0000045"}""", ("If-Match", screen.ETag!));

        Assert.Equal((422, "not_a_computer"), (outside.Status, outside.Code));
        Assert.Equal((422, "duplicate_serial"), (serial.Status, serial.Code));
        Assert.DoesNotContain("IT0000003", serial.Text, StringComparison.Ordinal);
        Assert.Equal((200, "IT0000045"), (inside.Status, inside.Json!["parent"]!["tag"]!.GetValue<string>()));

        // Somebody who sees all has attached it to a computer elsewhere: that is not told, and an edit of the room does not undo it.
        At.Example.Change($"update assets set parent_id = 3 where id = {part.Screen}");
        var hidden = await program.Get("assets/" + part.Screen);
        Assert.Null(hidden.Json!["parent"]);
        var form = await technician.Read($"/assets/{part.Screen}/edit");
        Assert.Null((await program.Get("assets?q=LA21")).Items.Single()!["parent_tag"]);
        Assert.DoesNotContain("IT0000003", form + await technician.Read($"/assets/{part.Screen}"), StringComparison.Ordinal);
        using var saved = await technician.PostWith(
            Visitor.TokenOf(form), $"/assets/{part.Screen}/edit", ("Seen", hidden.Json["version"]!.ToString()), ("F[model_code]", "M-monitor"), ("F[serial]", hidden.Json["serial"]!.ToString()),
            ("F[price]", "10,00"), ("F[site_code]", "L1"), ("F[room]", "NYTT"), ("F[user_unit]", "100-10-1"), ("F[parent_tag]", ""));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal("NYTT|3", At.Example.Scalar($"select room || '|' || parent_id from assets where id = {part.Screen}"));
    }
}

/// <summary>The busy example, in which some things have moved from the school to home care this month.</summary>
public sealed class PartOfTheWhole : IAsyncLifetime
{
    internal ExampleSite Site { get; private set; } = null!;

    /// <summary>A screen of the school's.</summary>
    internal string Screen { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var example = Example.Busy();
        foreach (var line in new[] { "C00035", "C00040" }) _ = MoveLine.Run(example.Installation, line, "100-11-1", "12002", new DateOnly(2026, 6, 10)).Value;
        example.Change("update assets set user_unit_id = (select id from organisations where code = '100-11-1'), user_account = 'hemlig.person', room = 'HEM9' where tag = 'IT0000035'");
        example.Change("update assets set user_unit_id = (select id from organisations where code = '100-10-1') where tag = 'IT0000040'");
        Screen = example.Scalar("select id from assets where tag = 'LA21'")!;
        example.Change($"update assets set user_unit_id = (select id from organisations where code = '100-10-1') where id = {Screen}");
        example.Change($"delete from picked_assets where asset_id = {Screen}");
        example.Person("deltekniker", "Del Tekniker", "sv", new Appointed(Role.Technician, "100-10"));
        example.Person("delrevisor", "Del Revisor", "sv", new Appointed(Role.Auditor, "100-10"));
        example.Person("blandad", "Bland Ad", "sv", new Appointed(Role.Administrator), new Appointed(Role.Orderer, "100-10"));
        example.Person("anna.berg1", "Anna Berg", "sv", new Appointed(Role.SystemOwner, "100-11"));
        Site = await ExampleSite.Start(example);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
