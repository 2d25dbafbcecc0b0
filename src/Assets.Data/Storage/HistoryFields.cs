using System.Text.Json;

namespace Assets.Data.Storage;

/// <summary>
/// The names of fields in the history, by what they are fields of: the names that files use, where a file has the field. The pages have a
/// word for each. A subject that is not here names its fields freely.
/// </summary>
public static class HistoryFields
{
    private static readonly Dictionary<Subject, string[]> Names = new()
    {
        [Subject.Asset] =
        [
            "serial", "model_code", "purchase_date", "price", "supplier_code", "warranty_until", "site_code", "room", "state", "note",
            "user_unit", "user_account", "parent_tag", "certificate", "wiped",
        ],
        [Subject.Organisation] = ["org_code", "name", "kind", "parent_code", "org_number", "valid_to"],
        [Subject.CostCode] = ["cost_code", "unit_code", "name", "valid_from", "valid_to"],
        [Subject.Site] = ["site_code", "name", "municipality_code", "postcode", "connection", "latitude", "longitude"],
        [Subject.Supplier] = ["supplier_code", "name", "org_number"],
        [Subject.Model] = ["model_code", "kind", "vendor", "model", "list_price", "life_months", "device_type", "end_of_life"],
        [Subject.DeviceType] = ["slug", "manufacturer", "model", "match", "part_number", "u_height", "details"],
        [Subject.Device] = ["asset_id", "name", "address", "port", "version", "profile", "enabled", "community_changed", "credential", "poll_seconds"],
        [Subject.Credential] = ["name", "version", "community_changed"],
        [Subject.Finding] = ["code", "record", "accepted_by", "accepted_at", "reason", "until"],
        [Subject.Month] = ["head"],
        [Subject.InterestRate] = ["percent"],
        [Subject.User] = ["account", "roles", "token"],
        [Subject.Order] = ["order_state", "unit_code", "cost_code", "wanted_on", "promised_on", "note", "monthly_rent", "picked"],
    };

    /// <summary>Each name once.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Names.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal)];

    /// <exception cref="ArgumentException">A field that nobody has a word for.</exception>
    internal static void Demand(Subject subject, string? json)
    {
        if (json is null || !Names.TryGetValue(subject, out var names)) return;
        using var document = JsonDocument.Parse(json);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (!names.Contains(field.Name, StringComparer.Ordinal))
                throw new ArgumentException($"'{field.Name}' is no field of {subject} in the history. Add it to {nameof(HistoryFields)}, and a word for it to the texts.", nameof(json));
        }
    }
}
