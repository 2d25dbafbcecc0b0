using System.Net;
using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Security;

[Collection(nameof(Site))]
public sealed class Endpoints(Site site)
{
    [Fact]
    public async Task Each_endpoint_states_what_it_needs_and_only_a_few_are_for_anyone()
    {
        var services = site.Example.App.Services;
        var pages = services.GetRequiredService<PageLoader>();
        var open = new List<string>();
        var unstated = new List<string>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var metadata = endpoint.Metadata;
            if (metadata.GetMetadata<PageActionDescriptor>() is { } page) metadata = new EndpointMetadataCollection((await pages.LoadAsync(page, EndpointMetadataCollection.Empty)).ModelTypeInfo!.GetCustomAttributes(inherit: true).Concat(page.EndpointMetadata));
            if (metadata.GetMetadata<IAllowAnonymous>() is not null) open.Add(endpoint.RoutePattern.RawText ?? "");
            else if (metadata.GetMetadata<NeedsAttribute>() is null) unstated.Add(endpoint.RoutePattern.RawText ?? "");
        }

        Assert.Empty(unstated);
        Assert.Equal(["/api/{documentName}/openapi.json", "/health", "/health/ready", "accessibility", "confirm/{token}", "error/{code:int?}", "setup", "sign-in", "sign-in/code", "sign-in/passkey"], open.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets")]
    [InlineData("/assets/1")]
    [InlineData("/months/2026-05/files/all.xlsx")]
    [InlineData("/no-such-page")]
    [InlineData("/error/404")]
    public async Task Who_has_not_signed_in_sees_nothing(string address)
    {
        using var nobody = new Visitor(site.Example);

        using var answer = await nobody.Get(address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Health_answers_anyone_and_tells_nothing_more()
    {
        using var nobody = new Visitor(site.Example);

        Assert.Equal("ok", await nobody.Read("/health"));
    }
}
