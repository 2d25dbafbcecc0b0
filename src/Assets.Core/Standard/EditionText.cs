using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>An edition's content as the JSON text in which it is stored and compared: money as <c>"357.50"</c>, words as files write them.</summary>
public static class EditionText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new MoneyText(),
            new WordText<ProductKind>(ProductKinds.Vocabulary),
            new WordText<PartKind>(ProductKinds.Parts),
            new WordText<AssetKind>(AssetKinds.Vocabulary),
            new JsonStringEnumConverter<Method>(),
            new ListText<Product>(),
            new ListText<Part>(),
            new ListText<Term>(),
            new ListText<string>(),
        },
    };

    public static string Write(Edition edition) => JsonSerializer.Serialize(edition, Options);

    /// <exception cref="JsonException">The text is not one that <see cref="Write"/> made.</exception>
    public static Edition Parse(string text) => JsonSerializer.Deserialize<Edition>(text, Options) ?? throw new JsonException("An edition is not null.");

    private sealed class MoneyText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.TryParse(reader.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var kronor)
                ? Money.FromKronor(kronor)
                : throw new JsonException("An amount is written as 357.50.");

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class WordText<T>(Vocabulary<T> vocabulary) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            vocabulary.TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"No {typeof(T).Name} has that word.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(vocabulary.Word(value));
    }

    private sealed class ListText<T> : JsonConverter<EquatableArray<T>>
        where T : class
    {
        public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<T[]>(ref reader, options) ?? throw new JsonException("A list is not null.")];

        public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}
