using System.Globalization;
using Assets.Data.Inventory;
using Assets.Operations.Inventory;
using Assets.Web.Values;

namespace Assets.Web.Pages.Inventory;

/// <summary>An asset's fields as typed, by the names that the history uses; texts until they are read.</summary>
public static class AssetForm
{
    public static IReadOnlyList<string> Fields { get; } =
    [
        "model_code", "serial", "purchase_date", "price", "supplier_code", "warranty_until", "site_code", "room", "user_unit", "user_account", "parent_tag", "note",
    ];

    public static Dictionary<string, string?> Of(AssetDetails asset)
    {
        var values = new Dictionary<string, string?>(asset.Facts.Values, StringComparer.Ordinal) { ["parent_tag"] = asset.Parent?.Tag, ["price"] = WrittenAmount.Field(asset.Facts.Price) };
        return Fields.ToDictionary(field => field, field => values.GetValueOrDefault(field), StringComparer.Ordinal);
    }

    public static bool Same(string? one, string? other) => (one ?? "").Trim() == (other ?? "").Trim();

    /// <summary>The change that was typed; none where a field cannot be read, which is then named.</summary>
    public static AssetChange? Read(string tag, long seen, IReadOnlyDictionary<string, string?> typed, out string unreadable)
    {
        string Text(string field) => typed.GetValueOrDefault(field) ?? "";
        unreadable = "price";
        if (!WrittenAmount.TryRead(Text("price"), out var price)) return null;
        unreadable = "purchase_date";
        if (!TryDay(Text("purchase_date"), out var purchased)) return null;
        unreadable = "warranty_until";
        if (!TryDay(Text("warranty_until"), out var warranty)) return null;
        unreadable = "";
        return new AssetChange(tag, null, Text("site_code"), Text("room"), Text("user_unit"), Text("user_account"), Text("parent_tag"), Text("note"))
        {
            Purchase = new AssetPurchase(Text("model_code"), Text("serial"), purchased, price, Text("supplier_code"), warranty),
            Seen = seen,
        };
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateOnly.TryParseExact(text.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return false;
        day = parsed;
        return true;
    }
}
