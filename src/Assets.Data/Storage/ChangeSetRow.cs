namespace Assets.Data.Storage;

/// <summary>One act of one person or program: who, when, by which verb and why. Every changed row and every history entry names its change set.</summary>
internal sealed class ChangeSetRow
{
    public long Id { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public required string Actor { get; set; }
    public required string Verb { get; set; }
    public string? Reason { get; set; }
    public string? Source { get; set; }
}

/// <summary>What a history entry is about. The numbers are stored: they never change.</summary>
public enum Subject
{
    Asset = 1,
    Organisation = 2,
    CostCode = 3,
    Site = 4,
    Supplier = 5,
    Model = 6,
    DeviceType = 7,
    ContractLine = 8,
    Device = 9,
    Finding = 10,
    Month = 11,
    InterestRate = 12,
    User = 13,
    Edition = 14,
    Order = 15,
    PurchaseOrder = 16,
    Audit = 17,
    Credential = 18,
}

/// <summary>What one record was and became, from which day the fact holds, and in which change set. Append-only; before and after hold the changed fields as JSON.</summary>
internal sealed class HistoryRow
{
    public long Id { get; set; }
    public long ChangeSetId { get; set; }
    public Subject Subject { get; set; }
    public long SubjectId { get; set; }
    public DateOnly EffectiveOn { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
}

/// <summary>A form that was sent: sent again, by a double click or by a connection that came back, it does nothing a second time.</summary>
internal sealed class SubmissionRow
{
    public required string Key { get; set; }
    public long ChangeSetId { get; set; }
}
