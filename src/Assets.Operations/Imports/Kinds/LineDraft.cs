using Assets.Core.Values;

namespace Assets.Operations.Imports.Kinds;

/// <summary>One accepted contract line, on its way to the contracts.</summary>
internal sealed class LineDraft
{
    public long Id { get; set; }

    /// <summary>1 for a new line, one more than the current version for a changed one.</summary>
    public int Version { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; init; }
    public long ContractId { get; set; }
    public long AssetId { get; set; }
    public required string AssetKey { get; init; }
    public string AssetTag { get; set; } = "";
    public long UnitId { get; init; }
    public long? CostCodeId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public Money MonthlyRate { get; init; }

    public int Ordinal { get; init; }
    public int Line { get; init; }

    public static void Write(BinaryWriter to, LineDraft draft)
    {
        to.Write(draft.Id);
        to.Write(draft.Version);
        to.Write(draft.Code);
        to.Write(draft.CodeKey);
        to.Write(draft.ContractId);
        to.Write(draft.AssetId);
        to.Write(draft.AssetTag);
        to.Write(draft.UnitId);
        to.WriteOrNone(draft.CostCodeId);
        to.Write(draft.From.DayNumber);
        to.WriteOrNone(draft.Until?.DayNumber);
        to.Write(draft.MonthlyRate.Ore);
        to.Write(draft.Ordinal);
        to.Write(draft.Line);
    }

    public static LineDraft Read(BinaryReader from) => new()
    {
        AssetKey = "",
        Id = from.ReadInt64(),
        Version = from.ReadInt32(),
        Code = from.ReadString(),
        CodeKey = from.ReadString(),
        ContractId = from.ReadInt64(),
        AssetId = from.ReadInt64(),
        AssetTag = from.ReadString(),
        UnitId = from.ReadInt64(),
        CostCodeId = from.ReadLongOrNone(),
        From = DateOnly.FromDayNumber(from.ReadInt32()),
        Until = from.ReadLongOrNone() is { } until ? DateOnly.FromDayNumber((int)until) : null,
        MonthlyRate = Money.FromOre(from.ReadInt64()),
        Ordinal = from.ReadInt32(),
        Line = from.ReadInt32(),
    };
}
