using Assets.Operations.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Assets.Web.Tests.Values;

/// <summary>The web of the example on a loopback port of its own: the real server, built as the command line builds it.</summary>
internal sealed class ExampleSite : IAsyncDisposable
{
    private ExampleSite(Example example, WebApplication app)
    {
        Example = example;
        App = app;
    }

    public Example Example { get; }

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    public static async Task<ExampleSite> Start(Example example)
    {
        var builder = AssetsWeb.Begin(example.Folder, "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAssetsJobs(example.Installation, watches: false);
        var app = AssetsWeb.Build(builder, example.Installation);
        await app.StartAsync();
        return new ExampleSite(example, app);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Example.Dispose();
    }
}
