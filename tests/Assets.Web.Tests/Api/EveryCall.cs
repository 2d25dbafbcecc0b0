using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>Each endpoint of the interface, as they are mapped: whatever is added is asked too.</summary>
[Collection(nameof(Site))]
public sealed partial class EveryCall(Site site)
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    internal static IEnumerable<(HttpMethod Method, string Pattern, NeedsAttribute Needs)> All(ExampleSite site) =>
        from endpoint in site.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) == true && endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<NeedsAttribute>()!);

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_makes_the_calls_that_its_permissions_open_and_no_other(Role role)
    {
        var account = "call-" + role;
        site.Example.Example.Person(account, account, "sv", new Appointed(role));
        using var program = Calling.By(site.Example, account);
        var wrong = new List<string>();

        foreach (var (method, pattern, needs) in All(site.Example))
        {
            // Records that are not there, so that nothing is done: what counts is who is let in.
            var answer = await program.Send(method, Filled(pattern, "99999999"), method == HttpMethod.Get || method == HttpMethod.Delete ? null : "{}");
            var allowed = needs.AnyOf.Count == 0 || needs.AnyOf.Any(permission => Grants.Allows(role, permission));
            if (answer.Status >= 500 || (answer.Status == 403) == allowed || answer.Status == 401) wrong.Add($"{method} {pattern}: {answer.Status} {answer.Text}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9223372036854775808")]
    [InlineData("2147483648")]
    [InlineData("%27%20or%201%3D1")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("%F0%9F%92%BE")]
    [InlineData("a%0d%0aSet-Cookie:x")]
    public async Task Nothing_that_stands_where_an_id_should_makes_a_fault(string value)
    {
        using var program = Calling.By(site.Example, "emma");
        var wrong = new List<string>();

        foreach (var (method, pattern, _) in All(site.Example).Where(call => call.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            var answer = await program.Send(method, Filled(pattern, value), method == HttpMethod.Get ? null : "{}");
            if (answer.Status is < 400 or >= 500 || answer.MediaType != "application/problem+json") wrong.Add($"{method} {pattern}: {answer.Status} {answer.Text}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("assets?cursor=%21%21")]
    [InlineData("assets?cursor=AAAA")]
    [InlineData("assets?kind=toaster")]
    [InlineData("assets?sort=7")]
    [InlineData("assets?limit=many")]
    [InlineData("orders?cursor=YWJj")]
    [InlineData("orders?state=asleep")]
    [InlineData("changes?after=-1")]
    [InlineData("changes?subject=3")]
    public async Task A_filter_that_is_none_is_named_and_does_not_show_everything(string address)
    {
        using var program = Calling.By(site.Example, "rut");

        var answer = await program.Get(address);

        Assert.Equal((400, "invalid"), (answer.Status, answer.Code));
        Assert.Equal(address.Split('?')[1].Split('=')[0], Assert.Single(answer.Json!["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task Another_units_records_are_not_there()
    {
        using var olle = Calling.By(site.Example, "olle"); // orders for 100-10
        string[] foreign = ["assets/3", "assets/3/history", "assets/3/as-of", "contract-lines/3", "contract-lines/3/history", "costs?unit=1", "organisations/1", "organisations/1/cost-codes", "baskets/B2026-00001", "catalogue?unit=300"];

        foreach (var address in foreign) Assert.Equal((address, 404), (address, (await olle.Get(address)).Status));
        Assert.Equal(200, (await olle.Get("assets/5")).Status);
        Assert.Equal(403, (await olle.Get("assets/5/history")).Status); // who was there before is not the unit's business
        Assert.All((await olle.Get("changes?limit=200")).Items, change => Assert.Null(change!["fields"]));
    }

    [GeneratedRegex("\\{[^}]+\\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    private static string Filled(string pattern, string value) => Place().Replace(pattern, value);
}
