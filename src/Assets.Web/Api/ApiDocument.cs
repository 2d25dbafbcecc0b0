using System.Text;
using System.Text.Json.Nodes;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Web.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assets.Web.Api;

/// <summary>
/// The description of the interface as OpenAPI, made from the endpoints themselves: what they take and answer, which permission each
/// needs, which headers. A golden file among the tests shows each change of it.
/// </summary>
internal static class ApiDocument
{
    public const string Version = "v1";
    private const string Bearer = "token";
    private const string Problem = "problem";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Operation);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            ApiSchema.Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    public static Task<OpenApiDocument> Read(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Version).GetOpenApiDocumentAsync(cancel);

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Assets",
            Version = "1",
            Description = "All that the pages do, for programs. docs/api.md begins with a first call.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token from one's profile: assets_…" },
        };
        document.Components.Responses = new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal)
        {
            [Problem] = new OpenApiResponse
            {
                Description = "A problem (RFC 9457)",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ApiProblem.MediaType] = new() { Schema = ApiSchema.Problem() } },
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "";
        operation.OperationId = Name(method, context.Description.RelativePath ?? "");
        if (metadata.OfType<NeedsAttribute>().FirstOrDefault() is { } needs)
        {
            var words = needs.AnyOf.Select(Permissions.Vocabulary.Word).ToList();
            operation.Description = words.Count == 0 ? "Needs a token, and no permission." : $"Needs {string.Join(" or ", words.Select(word => $"`{word}`"))}.";
            operation.AddExtension("x-permissions", new JsonNodeExtension(new JsonArray([.. words.Select(word => JsonValue.Create(word))])));
        }
        operation.Parameters ??= [];
        if (metadata.OfType<ChangesWhatWasSeenAttribute>().Any())
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag of what was seen. 428 without it, 412 where somebody else was faster."));
        if (metadata.OfType<TakesFileAttribute>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["text/csv"] = new(), ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = new(),
                },
            };
        }
        if (method == "POST") operation.Parameters.Add(Header(Idempotency.Header, required: false, "The same request with the same key is done once, for 24 hours."));
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponseReference(Problem, context.Document);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, bool required, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary><c>GET api/v1/assets/{id}/history</c> is <c>get_assets_id_history</c>.</summary>
    private static string Name(string method, string path)
    {
        var name = new StringBuilder(method.ToLowerInvariant());
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2)) name.Append('_').Append(part.Trim('{', '}').Split(':')[0].Replace('-', '_'));
        return name.ToString();
    }
}
