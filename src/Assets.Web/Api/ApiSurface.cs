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
        AssetChangesApi.Map(api.MapGroup("").WithTags("Assets"));
        RegisterApi.Map(api.MapGroup("").WithTags("Register"));
        LinesApi.Map(api.MapGroup("").WithTags("Rentals"));
        ChangesApi.Map(api.MapGroup("").WithTags("Changes"));
    }

    public static bool IsDocument(HttpContext context) => TokenScheme.IsFor(context) && context.Request.Path.Value?.EndsWith("/openapi.json", StringComparison.Ordinal) == true;
}
