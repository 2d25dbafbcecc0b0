namespace Assets.Operations.Inventory;

/// <summary>Why an audit is not begun, added to or settled.</summary>
public static class AuditRefusals
{
    public const string UnknownAudit = "unknown_audit";

    /// <summary>What is settled stays as it was found.</summary>
    public const string AuditSettled = "audit_settled";

    /// <summary>An asset cannot be settled so: it was not found so, or is not in the audit. Detail: the asset's tag.</summary>
    public const string NoSuchSettlement = "no_such_settlement";

    public static IReadOnlyList<string> All { get; } = [UnknownAudit, AuditSettled, NoSuchSettlement];
}
