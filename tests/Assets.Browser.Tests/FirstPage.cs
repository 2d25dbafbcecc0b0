using System.Globalization;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>What a browser that has never been here fetches for the first page that it opens. How long it took stands in the test's output.</summary>
[Collection(nameof(Browser))]
public sealed class FirstPage(Browser browser)
{
    // All entries of the page's own clock: the page itself first, then what it fetched.
    private const string Fetched = """
        () => {
          const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
          const painted = performance.getEntriesByName('first-contentful-paint')[0];
          return [all.length, all.reduce((sum, entry) => sum + entry.transferSize, 0), all[0].responseEnd, painted ? painted.startTime : -1, all[0].loadEventEnd];
        }
        """;

    [Theory]
    [InlineData("/sign-in", "", 12, 250_000)]
    [InlineData("/", "anna", 16, 300_000)]
    [InlineData("/assets", "anna", 14, 300_000)]
    public async Task With_an_empty_cache_it_fetches_few_files_and_little(string address, string account, int files, int bytes)
    {
        await using var window = await browser.Open(account);

        await window.Go(address);
        var figures = await window.Page.EvaluateAsync<double[]>(Fetched);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{address}: {figures[0]} files, {figures[1]} bytes, page there after {figures[2]:0} ms, first painted after {figures[3]:0} ms, all loaded after {figures[4]:0} ms"));
        Assert.InRange(figures[0], 2, files);
        Assert.InRange(figures[1], 1_000, bytes);
    }
}
