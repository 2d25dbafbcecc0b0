using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>The records that assets and contracts refer to: each has a code that never changes and fields that do.</summary>
public enum RegisterKind
{
    Organisation = 0,
    CostCode = 1,
    Site = 2,
    Supplier = 3,
    Model = 4,
}

public static class RegisterKinds
{
    public static Vocabulary<RegisterKind> Vocabulary { get; } = new(
        (RegisterKind.Organisation, "organisation"),
        (RegisterKind.CostCode, "cost_code"),
        (RegisterKind.Site, "site"),
        (RegisterKind.Supplier, "supplier"),
        (RegisterKind.Model, "model"));
}
