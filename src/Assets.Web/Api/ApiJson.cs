using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Organisations;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Operations.Chargeback;

namespace Assets.Web.Api;

/// <summary>How values are written: names in snake_case, days ISO, money as <c>"357.50"</c>, months as <c>"2026-05"</c>, and the words that files use.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // the answer is JSON by its media type, and nosniff holds it to that
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a misspelt field must not be ignored
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.Converters.Add(new MoneyText());
        options.Converters.Add(new MonthText());
        foreach (var word in Words) options.Converters.Add(word);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    private static IEnumerable<JsonConverter> Words =>
    [
        new WordText<Permission>(Permissions.Vocabulary), new WordText<Role>(Roles.Vocabulary), new WordText<AssetKind>(AssetKinds.Vocabulary), new WordText<AssetState>(AssetStates.Vocabulary),
        new WordText<OrderState>(OrderStates.Vocabulary), new WordText<OrderLineKind>(OrderStates.LineKinds), new WordText<OrderStep>(OrderStates.Steps),
        new WordText<ProductKind>(ProductKinds.Vocabulary), new WordText<PartKind>(ProductKinds.Parts), new WordText<EditionState>(EditionStates.Vocabulary),
        new WordText<EditionStanding>(EditionStates.Standings), new WordText<OrganisationKind>(OrganisationKinds.Vocabulary), new WordText<AuditFinding>(AuditWords.Findings),
        new WordText<AuditSettlement>(AuditWords.Settlements), new WordText<Core.Chargeback.ChangeCause>(ChangeWords.Vocabulary), new WordText<NamedList>(NamedLists.Vocabulary),
    ];

    private sealed class MoneyText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var kronor)
            && decimal.Round(kronor, 2) == kronor && Math.Abs(kronor) < 10_000_000_000m
                ? Money.FromKronor(kronor)
                : throw new JsonException("An amount is a text with at most two decimals: \"357.50\".");

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class MonthText : JsonConverter<BillingMonth>
    {
        public override BillingMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && BillingMonth.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is a text: \"2026-05\".");

        public override void Write(Utf8JsonWriter writer, BillingMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class WordText<T>(Vocabulary<T> vocabulary) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && vocabulary.TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"One of {string.Join(", ", vocabulary.Words)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(vocabulary.Word(value));

        // As the key of an object too: how many of each kind.
        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(vocabulary.Word(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);
    }
}
