using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <param name="Added">Labels that the audit did not have.</param>
/// <param name="Unknown">How many of them the register does not know.</param>
public sealed record AuditScanned(int Added, int Unknown);

/// <summary>
/// Adds labels that were read, now or hours ago without a network. A label that the audit has already is no second one, so that the same
/// list may be sent again until an answer has come.
/// </summary>
public static class ScanAudit
{
    private const int LongestText = 200;

    public static Outcome<AuditScanned> Run(Installation installation, int audit, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > ScannedRows.Most) return new Refusal(AssetRefusals.TooMany, ScannedRows.Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var writing = Writing.Begin(installation.Database);
        if (OpenAudit.Refuse(writing.Connection, audit) is { } refused) return refused;
        var (added, unknown) = (0, 0);
        foreach (var text in texts.Select(TagIn).Where(text => text.Length is > 0 and <= LongestText))
        {
            var asset = Find(writing, text);
            var key = asset is null ? Keys.Fold(text) : $"#{asset}"; // tag and serial of one asset are one find
            if (writing.Connection.Scalar("select 1 from audit_scans where audit_id = @p0 and text_key = @p1", audit, key) is not null) continue;
            writing.Connection.Execute(
                "insert into audit_scans (audit_id, text_key, text, asset_id, scanned_at) values (@p0, @p1, @p2, @p3, @p4)",
                audit, key, text, asset, Conventions.ToMicroseconds(installation.Clock.GetUtcNow()));
            added++;
            if (asset is null) unknown++;
        }
        writing.Commit();
        return new AuditScanned(added, unknown);
    }

    /// <summary>A QR code holds the asset's address, which ends with its tag.</summary>
    private static string TagIn(string text)
    {
        var plain = text.Trim();
        var at = plain.LastIndexOf("/t/", StringComparison.Ordinal);
        return plain.StartsWith("http", StringComparison.OrdinalIgnoreCase) && at > 0 ? Uri.UnescapeDataString(plain[(at + 3)..]) : plain;
    }

    private static long? Find(Writing writing, string text)
    {
        foreach (var key in LookAlike.Keys(text))
        {
            var id = writing.Connection.Number("select id from assets where tag_key = @p0 union all select id from assets where serial_key = @p0 limit 1", key);
            if (id != 0) return id;
        }
        return null;
    }
}
