using System.Globalization;
using System.Text.RegularExpressions;
using Assets.Web.Tests.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>What a browser looks at, light and dark, wide and on a phone, is a list of addresses: a page that is added has to have one there.</summary>
[Collection(nameof(Site))]
public sealed class LookedAt(Site site)
{
    [Fact]
    public void Each_page_has_an_address_at_which_it_is_looked_at()
    {
        var routes = site.Example.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern).ToList();
        string[] addresses = [.. ExamplePages.OfTheUnit, .. ExamplePages.OfOthers.Select(page => page.Address), .. ExamplePages.OfAnyone];

        var seen = addresses.Select(address => RouteOf(routes, address)).Concat(ExamplePages.Elsewhere).Distinct(StringComparer.Ordinal);

        Assert.Equal(routes.Select(route => route.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    // Of several that fit, the one with the most words of its own: /purchases/new is no purchase.
    private static string RouteOf(IEnumerable<RoutePattern> routes, string address)
    {
        var parts = address.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return routes.Where(route => Fits(route, parts)).MaxBy(route => route.PathSegments.Count(segment => segment.Parts[0] is RoutePatternLiteralPart))?.RawText?.TrimStart('/')
            ?? throw new InvalidOperationException($"No page has the address {address}.");
    }

    private static bool Fits(RoutePattern route, string[] parts)
    {
        var segments = route.PathSegments;
        if (parts.Length > segments.Count) return false;
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Parts[0] is RoutePatternLiteralPart literal)
            {
                if (i >= parts.Length || !string.Equals(literal.Content, parts[i], StringComparison.OrdinalIgnoreCase)) return false;
            }
            else if (segments[i].Parts[0] is RoutePatternParameterPart place && !Holds(place, i < parts.Length ? parts[i] : null)) return false;
        }
        return true;
    }

    private static bool Holds(RoutePatternParameterPart place, string? text) => text is null ? place.IsOptional : place.ParameterPolicies.All(policy => policy.Content switch
    {
        "int" or "long" => long.TryParse(text, CultureInfo.InvariantCulture, out _),
        { } pattern when pattern.StartsWith("regex(", StringComparison.Ordinal) => Regex.IsMatch(text, pattern[6..^1], RegexOptions.None, TimeSpan.FromSeconds(1)),
        _ => true,
    });
}
