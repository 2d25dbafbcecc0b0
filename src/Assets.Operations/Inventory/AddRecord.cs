using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Operations.Inventory;

/// <summary>Registers an organisation, cost code, site, supplier or model. The same record once more is no change: a form may be sent twice.</summary>
public static class AddRecord
{
    /// <param name="fields">Texts by the names of the columns of the kind's file; days as 2026-03-31, amounts with a point or a comma.</param>
    public static Outcome<RegisteredRecord> Run(Installation installation, RegisterKind kind, IReadOnlyDictionary<string, string?> fields, string? reason = null) =>
        OneRecord.Run(installation, kind, null, fields, null, reason);
}
