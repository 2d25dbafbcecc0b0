using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>
/// The interface for programs, <c>/api/v1</c>: all that the pages do, by the same operations and the same read models. A file a resource;
/// each endpoint states the permission that it needs, as a page does.
/// </summary>
internal static class ApiSurface
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<Caller>();
        services.AddSingleton<TokenUses>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUses>());
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        ApiDocument.Add(services);
    }

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1").AddEndpointFilter(Seen.Filter);
        MeApi.Map(api.MapGroup("").WithTags("Me"));
        AssetsApi.Map(api.MapGroup("").WithTags("Assets"));
        RegisterAsOfApi.Map(api.MapGroup("").WithTags("Assets"));
        AssetChangesApi.Map(api.MapGroup("").WithTags("Assets"));
        RegisterApi.Map(api.MapGroup("").WithTags("Register"));
        RecordsApi.Map(api.MapGroup("").WithTags("Register"));
        LinesApi.Map(api.MapGroup("").WithTags("Rentals"));
        LineChangesApi.Map(api.MapGroup("").WithTags("Rentals"));
        LineMovesApi.Map(api.MapGroup("").WithTags("Rentals"));
        OrdersApi.Map(api.MapGroup("").WithTags("Orders"));
        BasketsApi.Map(api.MapGroup("").WithTags("Ordering"));
        BenchApi.Map(api.MapGroup("").WithTags("Queue"));
        PurchasesApi.Map(api.MapGroup("").WithTags("Purchases"));
        MonthsApi.Map(api.MapGroup("").WithTags("Months"));
        CostsApi.Map(api.MapGroup("").WithTags("Costs"));
        DevicesApi.Map(api.MapGroup("").WithTags("Devices"));
        StandardApi.Map(api.MapGroup("").WithTags("Standard"));
        AuditsApi.Map(api.MapGroup("").WithTags("Audits"), api.MapGroup("").WithTags("Orders"));
        DraftsApi.Map(api.MapGroup("").WithTags("Standard"));
        PricesApi.Map(api.MapGroup("").WithTags("Standard"));
        DiscoveryApi.Map(api.MapGroup("").WithTags("Devices"));
        FilesApi.Map(api.MapGroup("").WithTags("Files"));
        ViewsApi.Map(api.MapGroup("").WithTags("Me"));
        MailsApi.Map(api.MapGroup("").WithTags("Mails"));
        TasksApi.Map(api.MapGroup("").WithTags("Tasks"));
        PeopleApi.Map(api.MapGroup("").WithTags("People"));
        ChangesApi.Map(api.MapGroup("").WithTags("Changes"));
        WebhooksApi.Map(api.MapGroup("").WithTags("Webhooks"));
    }
}
