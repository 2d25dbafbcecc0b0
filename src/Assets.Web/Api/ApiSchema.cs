using System.Text.Json;
using System.Text.Json.Nodes;
using Assets.Core.Values;
using Microsoft.OpenApi;

namespace Assets.Web.Api;

/// <summary>What the generator cannot see for itself: how our own values are written.</summary>
internal static class ApiSchema
{
    public static void Describe(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var orNull = plain != type ? JsonSchemaType.Null : default;
        if (plain == typeof(Money)) Text(schema, orNull, "^-?[0-9]+\\.[0-9]{2}$", "Kronor with two decimals: 357.50");
        else if (plain == typeof(BillingMonth)) Text(schema, orNull, "^[0-9]{4}-[0-9]{2}$", "A month: 2026-05");
        else if (plain.IsEnum) Words(schema, plain, orNull);
    }

    /// <summary>As <see cref="ProblemView"/> is written.</summary>
    public static OpenApiSchema Problem()
    {
        static OpenApiSchema Plain(JsonSchemaType type) => new() { Type = type };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Plain(JsonSchemaType.String),
                ["title"] = Plain(JsonSchemaType.String),
                ["status"] = Plain(JsonSchemaType.Integer),
                ["detail"] = Plain(JsonSchemaType.String),
                ["code"] = Plain(JsonSchemaType.String),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Plain(JsonSchemaType.String) },
                },
            },
        };
    }

    private static void Text(OpenApiSchema schema, JsonSchemaType orNull, string pattern, string description)
    {
        schema.Type = JsonSchemaType.String | orNull;
        schema.Pattern = pattern;
        schema.Format = null;
        schema.Properties = null;
        schema.Required = null;
        schema.Description = description;
    }

    private static void Words(OpenApiSchema schema, Type type, JsonSchemaType orNull)
    {
        schema.Type = JsonSchemaType.String | orNull;
        schema.Enum = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => (JsonNode)JsonValue.Create(JsonSerializer.SerializeToElement(Enum.ToObject(type, value), type, ApiJson.Options).GetString()!))];
    }
}
