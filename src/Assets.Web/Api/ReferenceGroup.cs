using Microsoft.OpenApi;

namespace Assets.Web.Api;

/// <param name="Permissions">Any of these words; none: a token alone.</param>
/// <param name="Parameters">Names in the address and in headers; a star marks those that have to be there.</param>
public sealed record ReferenceEndpoint(string Method, string Path, string Summary, IReadOnlyList<string> Permissions, IReadOnlyList<string> Parameters, string? Body, string? Answer);

/// <summary>The endpoints of one kind of resource, as a page lists them.</summary>
public sealed record ReferenceGroup(string Name, IReadOnlyList<ReferenceEndpoint> Endpoints)
{
    internal static IReadOnlyList<ReferenceGroup> Of(OpenApiDocument document) =>
    [
        .. from path in document.Paths
           from operation in path.Value.Operations ?? []
           let tag = operation.Value.Tags?.FirstOrDefault()?.Name ?? ""
           group Endpoint(operation.Key.Method, path.Key, operation.Value) by tag into one
           select new ReferenceGroup(one.Key, [.. one]),
    ];

    private static ReferenceEndpoint Endpoint(string method, string path, OpenApiOperation operation) => new(
        method, path, operation.Summary ?? "", Permissions(operation),
        [.. (operation.Parameters ?? []).Select(parameter => parameter.Name + (parameter.Required ? "*" : ""))],
        Schema(operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema),
        Schema(operation.Responses?.FirstOrDefault(answer => answer.Key.StartsWith('2')).Value?.Content?.Values.FirstOrDefault()?.Schema));

    private static IReadOnlyList<string> Permissions(OpenApiOperation operation) =>
        operation.Extensions is { } extensions && extensions.TryGetValue("x-permissions", out var stated) && stated is JsonNodeExtension { Node: System.Text.Json.Nodes.JsonArray words } ? [.. words.Select(word => word!.GetValue<string>())] : [];

    private static string? Schema(IOpenApiSchema? schema) => (schema as OpenApiSchemaReference)?.Reference.Id;
}
