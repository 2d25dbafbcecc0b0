using Assets.Web.Tests.Values;
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // statements are counted for the process as a whole

namespace Assets.Web.Tests.Values;

/// <summary>The full example, served once for all tests that only read.</summary>
public sealed class Site : IAsyncLifetime
{
    private ExampleSite? site;
    private readonly Dictionary<string, Visitor> visitors = new(StringComparer.Ordinal);

    internal ExampleSite Example => site!;

    public async ValueTask InitializeAsync() => site = await ExampleSite.Start(Values.Example.Full());

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values) visitor.Dispose();
        if (site is not null) await site.DisposeAsync();
    }

    internal async Task<Visitor> As(string account)
    {
        if (!visitors.TryGetValue(account, out var visitor)) visitors[account] = visitor = await Visitor.SignedIn(Example, account);
        return visitor;
    }
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;
