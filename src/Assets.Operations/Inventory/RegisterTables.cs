using Assets.Core.Inventory;
using Assets.Operations.Imports.Kinds;

namespace Assets.Operations.Inventory;

/// <summary>Where the records of each kind lie, and what checks and writes them: the kind of file that brings them by the thousand.</summary>
internal static class RegisterTables
{
    public static string Name(RegisterKind kind) => kind switch
    {
        RegisterKind.Organisation => "organisations",
        RegisterKind.CostCode => "cost_codes",
        RegisterKind.Site => "sites",
        RegisterKind.Supplier => "suppliers",
        RegisterKind.Model => "models",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static CodeTable Files(RegisterKind kind) => kind switch
    {
        RegisterKind.Organisation => new OrganisationImport(),
        RegisterKind.CostCode => new CostCodeImport(),
        RegisterKind.Site => new SiteImport(),
        RegisterKind.Supplier => new SupplierImport(),
        RegisterKind.Model => new ModelImport(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>The verb as the history says it: <c>change-cost-code</c>.</summary>
    public static string Verb(string act, RegisterKind kind) => $"{act}-{RegisterKinds.Vocabulary.Word(kind).Replace('_', '-')}";
}
