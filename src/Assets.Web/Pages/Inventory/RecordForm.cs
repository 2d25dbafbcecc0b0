using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Inventory;

/// <summary>How the fields of a record are named, said and asked for.</summary>
public static class RecordForm
{
    /// <summary>A record's own code is its code; the same name on something else says what it points to.</summary>
    public static string Label(RegisterKind kind, string field) => field == Data.Inventory.RegisterRecord.FieldsOf(kind)[0] ? "code" : field;

    public static string Said(Words words, Formats formats, string field, string value) => field switch
    {
        "kind" => Kind(words, value),
        "connection" => words.Known("connection", value),
        "list_price" when TryAmount(value, out var price) => formats.Kronor(price),
        "valid_from" or "valid_to" or "end_of_life" when TryDay(value, out var day) => formats.Day(day),
        _ => value,
    };

    /// <summary>A kind of asset or of organisation: no word is both.</summary>
    public static string Kind(Words words, string value) => words.Known("kind", value) is var asset && asset != value ? asset : words.Known("organisation", value);

    public static bool IsOver(string? day, DateOnly today) => day is not null && TryDay(day, out var given) && given <= today;

    /// <summary>As it stands in a field to be changed.</summary>
    public static string? Field(string field, string? value) => field == "list_price" && TryAmount(value, out var price) ? WrittenAmount.Field(price) : value;

    /// <summary>What a browser may know beforehand.</summary>
    public static bool IsRequired(RegisterKind kind, string field, bool hasNumber) => field switch
    {
        "name" or "kind" or "vendor" or "model" or "list_price" or "life_months" or "unit_code" => true,
        "org_number" => kind == RegisterKind.Organisation && hasNumber,
        _ => Label(kind, field) == "code",
    };

    private static bool TryAmount(string? value, out Money amount) => WrittenAmount.TryRead(value, out amount) && value is { Length: > 0 };

    private static bool TryDay(string value, out DateOnly day) => DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
