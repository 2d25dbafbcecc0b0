using System.Text.Encodings.Web;
using System.Text.Unicode;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Inventory;
using Assets.Data.Monitoring;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Api;
using Assets.Web.Pages.Chargeback;
using Assets.Web.Pages.Standard;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.WebEncoders;

namespace Assets.Web;

/// <summary>The web of one installation, built by whoever hosts it: <c>assets serve</c>, or a test.</summary>
public static class AssetsWeb
{
    private const int Threads = 100;

    /// <summary>The host of a web, for whoever adds to it what <see cref="Build"/> does not. Settings are read once: it watches no file, of which a machine lets one user watch few.</summary>
    /// <param name="settingsFolder">The folder of <c>appsettings.json</c>.</param>
    /// <param name="urls">Where to listen, parted by semicolons.</param>
    public static WebApplicationBuilder Begin(string settingsFolder, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AssetsWeb).Assembly.GetName().Name,
            ContentRootPath = settingsFolder,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environments.Production,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls(urls.Split(';'));
        // Each page says no-store itself, which the form token would have said: that is no warning for whoever runs this.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder, Installation installation)
    {
        // Who writes waits on a thread for the writers' lock, and a starved pool gives out only one or two more a second: with the few that
        // it begins with, one slow writer held up everybody for seconds (docs/benchmarks.md).
        ThreadPool.SetMinThreads(Threads, Threads);
        var services = builder.Services;
        services.AddSingleton(installation);
        services.AddSingleton(installation.Clock);
        services.AddSingleton(installation.Database);
        AddReading(services);
        Session.Add(services, installation.Database);
        OpenIdSignIn.Add(services, installation);
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(installation.KeyRingFolder)).SetApplicationName("Assets");
        services.AddRazorPages(options => Route(options.Conventions))
            .AddApplicationPart(typeof(AssetsWeb).Assembly);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "assets.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
        Slowly.Add(services);
        services.AddSingleton<SetupCode>();
        services.AddSingleton<RequestMeter>();
        ApiSurface.Add(services);
        services.AddSingleton<Words>();
        services.AddSingleton<Files>();
        services.AddSingleton<Icons>();
        services.AddSingleton<CostCards>();
        services.AddSingleton<Formats>();
        services.AddSingleton<ListDownloads>();
        services.AddSingleton<RulebookWriter>();
        services.AddResponseCompression(options => options.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"]);
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(installation.Database.CloseIdle);
        Proxy.Use(app, installation);
        var secondFactor = app.Services.GetRequiredService<SecondFactor>(); // here, so that a setting that cannot be meant stops the start
        app.UseMiddleware<SecureHeaders>();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<ApiErrors>();
        Files.Serve(app);
        app.Use(next => context => UploadLimit.Guard(context, next));
        app.Use(next => context => SetupCode.Lead(context, next));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.Use(next => context => secondFactor.Gate(context, next));
        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(next => context => ZeroCharacter.Guard(context, next));
        OpenIdSignIn.Map(app);
        app.UseMiddleware<Idempotency>();
        app.MapGet("/health", Health.Answer).AllowAnonymous();
        app.MapGet("/health/ready", Health.Ready).AllowAnonymous();
        MetricsPage.Map(app, installation);
        app.MapRazorPages();
        ApiSurface.Map(app);
        return app;
    }

    // Pages for whoever has not signed in, and pages with a second address.
    private static void Route(PageConventionCollection pages) => pages
        .AllowAnonymousToPage("/Account/SignIn")
        .AllowAnonymousToPage("/Account/SignInCode")
        .AllowAnonymousToPage("/Account/SignInPasskey")
        .AllowAnonymousToPage("/Account/Setup")
        .AllowAnonymousToPage("/Accessibility")
        .AddPageRoute("/Standard/RulebookPage", "/standard/rulebook")
        .AddPageRoute("/Ordering/Receive", "/receive")
        .AddPageRoute("/Monitoring/EditDevice", "/devices/new")
        .AddPageRoute("/Inventory/EditRecord", "/{register:regex(^(organisations|cost-codes|models|sites|suppliers)$)}/new")
        .AddPageRoute("/Inventory/Search", "/t/{tag}");

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<AssetList>();
        services.AddSingleton<RegisterSums>();
        services.AddSingleton(provider => new LineList(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Installation>().HostOrganisation));
        services.AddSingleton<FindAnything>();
        services.AddSingleton<MonthSums>();
        services.AddSingleton<CostMemory>();
        services.AddSingleton<CostSums>();
        services.AddSingleton<CostChanges>();
        services.AddSingleton<Traffic>();
        services.AddSingleton<OrganisationOverview>();
    }
}
