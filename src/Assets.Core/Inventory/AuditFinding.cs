using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>What an audit finds of one asset: the register's place for it against where it stood.</summary>
public enum AuditFinding
{
    /// <summary>Here, where the register says.</summary>
    Found = 0,

    /// <summary>Here, while the register says somewhere else.</summary>
    Elsewhere = 1,

    /// <summary>Not here, where the register says that it is.</summary>
    Missing = 2,
}

/// <summary>What is done about a difference.</summary>
public enum AuditSettlement
{
    /// <summary>Left as it is.</summary>
    Ignored = 0,

    /// <summary>The register says from now on that it is here.</summary>
    Moved = 1,

    /// <summary>Marked as lost, for a reason.</summary>
    Lost = 2,
}

public static class AuditWords
{
    public static Vocabulary<AuditFinding> Findings { get; } = new(
        (AuditFinding.Found, "found"), (AuditFinding.Elsewhere, "elsewhere"), (AuditFinding.Missing, "missing"));

    public static Vocabulary<AuditSettlement> Settlements { get; } = new(
        (AuditSettlement.Ignored, "ignored"), (AuditSettlement.Moved, "moved"), (AuditSettlement.Lost, "lost"));

    /// <summary>What can be done about a finding: an asset that is here is moved here, one that is not is lost, either may be left.</summary>
    public static IReadOnlyList<AuditSettlement> For(AuditFinding finding) => finding switch
    {
        AuditFinding.Elsewhere => [AuditSettlement.Moved, AuditSettlement.Ignored],
        AuditFinding.Missing => [AuditSettlement.Ignored, AuditSettlement.Lost],
        _ => [],
    };
}
