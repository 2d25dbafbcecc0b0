using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Data.Storage;
using Assets.Operations.Inventory;

namespace Assets.Web.Pages.Inventory;

/// <summary>Who may add and change which records of the register; the same for pages and programs.</summary>
public static class RegisterScope
{
    /// <summary>What is everybody's is changed by who may change everything; a unit by who may change there.</summary>
    /// <param name="unit">The organisation that the record is or belongs to; none for a new one.</param>
    public static bool May(Reach reach, RegisterKind kind, int? unit) =>
        reach.IsEverywhere || (!RegisterPages.IsEverybodys(kind) && (unit is null ? !reach.IsNowhere : reach.Covers(unit.Value)));

    /// <summary>Nobody hangs something on a unit that is not his, or takes a unit out of reach by moving it.</summary>
    /// <param name="given">The code of the unit, or of the parent, as it is to be.</param>
    public static FieldFault? Foreign(Database database, Reach reach, RegisterKind kind, RegisterRecord? record, string? given)
    {
        if (reach.IsEverywhere || RegisterPages.IsEverybodys(kind)) return null;
        var field = FieldOf(kind);
        var id = NamedPlaces.UnitId(database, given ?? "");
        var stays = record is not null && AssetForm.Same(given, record.Fields[field]);
        return stays || (id is { } unit && reach.Covers(unit)) ? null : new FieldFault(field, kind == RegisterKind.Organisation ? "unknown_parent" : "unknown_unit");
    }

    /// <summary>The field that says where a record hangs.</summary>
    public static string FieldOf(RegisterKind kind) => kind == RegisterKind.Organisation ? "parent_code" : "unit_code";
}
