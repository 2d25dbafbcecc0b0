using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Operations.Inventory;

/// <summary>Changes a record of the register: everything but its code. Nothing is deleted: what is no more gets its last day.</summary>
public static class ChangeRecord
{
    /// <param name="fields">All of the record's fields as they are to stand; a column that files may leave out stays as it is where it is left out.</param>
    /// <param name="seen">The change set that the record was in when it was shown; none: whatever it is now is changed.</param>
    public static Outcome<RegisteredRecord> Run(
        Installation installation, RegisterKind kind, int id, IReadOnlyDictionary<string, string?> fields, long? seen = null, string? reason = null) =>
        OneRecord.Run(installation, kind, id, fields, seen, reason);
}
