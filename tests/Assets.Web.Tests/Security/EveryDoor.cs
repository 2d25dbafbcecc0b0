using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Support;
using Assets.Web.Tests.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>Each page and each form as they are mapped, tried by each role: whatever is added is tried too, or the first test fails.</summary>
public sealed class EveryDoor(BusySite at) : IClassFixture<BusySite>
{
    // What most forms ask for, so that they come as far as to ask whether the thing is there.
    private static readonly (string Name, string Value)[] Filled = [("version", "1"), ("promised", "2026-06-20"), ("number", "B2026-99999"), ("reason", "Prov"), ("keep", "1")];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task Each_page_and_each_form_is_entered_with_who_may() =>
        Assert.Equal((await Mapped()).Order(StringComparer.Ordinal), Doors.All.Select(door => door.Call).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_gets_through_the_doors_that_its_permissions_open_and_no_other(Role role)
    {
        var account = "door-" + role;
        at.Site.Example.Person(account, account, "sv", new Appointed(role));
        using var visitor = await Visitor.SignedIn(at.Site, account);
        var token = Visitor.TokenOf(await visitor.Read("/profile"));
        var wrong = new List<string>();

        foreach (var door in Doors.All.Where(door => !door.IsForAnyone && !door.Lets(role)))
        {
            var before = Recorded();
            using var answer = await Knock(visitor, token, door.Method, door.Real);
            if (!door.IsRefusal(answer.StatusCode)) wrong.Add($"{door.Call} lets {role} in: {(int)answer.StatusCode} {answer.Headers.Location}");
            if (Recorded() != before) wrong.Add($"{door.Call} was done for {role}");
        }
        foreach (var door in Doors.All.Where(door => !door.IsForAnyone && door.Lets(role)).OrderBy(EndsTheSession))
        {
            using var answer = await Knock(visitor, token, door.Method, door.Harmless);
            if (!door.IsWelcome(answer.StatusCode) || (IsToSigningIn(answer) && !EndsTheSession(door))) wrong.Add($"{door.Call} is shut to {role}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_led_to_the_sign_in_page_and_nothing_is_done()
    {
        using var nobody = new Visitor(at.Site);
        var token = Visitor.TokenOf(await nobody.Read("/sign-in"));
        var wrong = new List<string>();

        foreach (var door in Doors.All)
        {
            var before = Recorded();
            using var answer = await Knock(nobody, token, door.Method, door.Real);
            if (door.IsForAnyone ? (int)answer.StatusCode >= 500 : !IsToSigningIn(answer)) wrong.Add($"{door.Call}: {(int)answer.StatusCode} {answer.Headers.Location}");
            if (Recorded() != before) wrong.Add($"{door.Call} was done for nobody");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Who_gets_through_which_door_is_what_was_accepted()
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Assets.Web.Tests", "Golden", "doors.txt");
        var now = string.Concat(Doors.All.OrderBy(door => door.Call, StringComparer.Ordinal).Select(door =>
            $"{door.Call}: {(door.IsForAnyone ? "anyone" : string.Join(' ', Enum.GetValues<Role>().Where(door.Lets).Select(role => Core.Access.Roles.Vocabulary.Word(role))))}\n"));
        if (Environment.GetEnvironmentVariable("ASSETS_ACCEPT_GOLDEN") == "1") File.WriteAllText(path, now);

        Assert.True(File.Exists(path), "The golden file is missing: run with ASSETS_ACCEPT_GOLDEN=1 and look at what is written.");
        Assert.Equal(File.ReadAllText(path), now);
    }

    private static Task<HttpResponseMessage> Knock(Visitor visitor, string token, HttpMethod method, string address) =>
        method == HttpMethod.Get ? visitor.Get(address) : visitor.PostWith(token, address, Filled);

    private static bool EndsTheSession(Door door) => door.Call is "GET sign-out" or "POST sign-out" or "POST sign-out?Everywhere";

    private static bool IsToSigningIn(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) == true;

    // All that a person could have done leaves a trace in one of these.
    private string? Recorded() => at.Site.Example.Scalar("""
        select (select coalesce(max(id), 0) from change_sets) || ' ' || (select count(*) from tasks) || ' ' || (select count(*) from order_steps) || ' ' || (select count(*) from mails) || ' '
          || (select count(*) from saved_views) || ' ' || (select count(*) from api_tokens) || ' ' || (select count(*) from users) || ' ' || (select count(*) from audit_scans)
        """);

    private async Task<List<string>> Mapped()
    {
        var services = at.Site.App.Services;
        var pages = services.GetRequiredService<PageLoader>();
        var found = new List<string>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var compiled = await pages.LoadAsync(page, EndpointMetadataCollection.Empty);
            found.AddRange(compiled.HandlerMethods.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {endpoint.RoutePattern.RawText!.TrimStart('/')}{(handler.Name is null ? "" : "?" + handler.Name)}"));
        }
        return found;
    }
}

/// <summary>The busy example of one test class, whose doors are rattled.</summary>
public sealed class BusySite : IAsyncLifetime
{
    internal ExampleSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await ExampleSite.Start(Example.Busy());

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
