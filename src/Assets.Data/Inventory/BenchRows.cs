using Assets.Core.Access;
using Assets.Core.Inventory;

namespace Assets.Data.Inventory;

/// <summary>Somebody's word that an asset holds nobody's data any more.</summary>
internal sealed class WipeRow
{
    public long Id { get; set; }
    public long AssetId { get; set; }
    public required string Method { get; set; }
    public required string WipedBy { get; set; }
    public DateOnly WipedOn { get; set; }
    public long ChangeSetId { get; set; }
}

/// <summary>What a list shows that somebody has given a name: its filter, order and columns.</summary>
internal sealed class SavedViewRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public NamedList List { get; set; }
    public required string Name { get; set; }

    /// <summary>What stands after the question mark in the list's address.</summary>
    public required string Query { get; set; }

    /// <summary>Whether colleagues see it too. What they see in it is still theirs to see.</summary>
    public bool Shared { get; set; }
}

/// <summary>A room that is gone through: what stands there against what the register says.</summary>
internal sealed class AuditRow
{
    public int Id { get; set; }
    public int SiteId { get; set; }

    /// <summary>None: the whole site.</summary>
    public string? Room { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public required string StartedBy { get; set; }

    /// <summary>Once settled it never changes.</summary>
    public DateTimeOffset? SettledAt { get; set; }
    public string? SettledBy { get; set; }
    public long ChangeSetId { get; set; }
}

/// <summary>A label that was read in an audit.</summary>
internal sealed class AuditScanRow
{
    public int AuditId { get; set; }
    public required string TextKey { get; set; }
    public required string Text { get; set; }

    /// <summary>None where the register knows no such tag or serial.</summary>
    public long? AssetId { get; set; }
    public DateTimeOffset ScannedAt { get; set; }
}

/// <summary>What was found of one asset and what was done about it, as it stood when the audit was settled.</summary>
internal sealed class AuditResultRow
{
    public int AuditId { get; set; }
    public long AssetId { get; set; }
    public AuditFinding Finding { get; set; }
    public AuditSettlement Settlement { get; set; }
    public string? Reason { get; set; }
}
