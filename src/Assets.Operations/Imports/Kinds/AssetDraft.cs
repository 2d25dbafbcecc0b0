using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>One accepted asset row, on its way to the register. Days are numbers (yyyymmdd), references are ids.</summary>
internal sealed class AssetDraft
{
    public long Id { get; set; }
    public required string Tag { get; set; }
    public required string TagKey { get; init; }
    public string? Serial { get; init; }
    public string? SerialKey { get; init; }
    public AssetKind Kind { get; init; }
    public long ModelId { get; init; }
    public AssetState State { get; init; }
    public long? PurchasedOn { get; init; }
    public Money Price { get; init; }
    public long? SupplierId { get; init; }
    public long? WarrantyUntil { get; init; }
    public long? SiteId { get; init; }
    public string? Room { get; init; }
    public string? Note { get; init; }
    public required string Search { get; set; }

    /// <summary>The changed fields as JSON, for an update.</summary>
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>Where the row stands in its file; not kept.</summary>
    public int Ordinal { get; init; }
    public int Line { get; init; }

    /// <summary>What the search index reads: the texts by which an asset is looked for, folded, one a line.</summary>
    public static string SearchText(string tagKey, string? serialKey, string? account, string? note)
    {
        var text = serialKey is null ? tagKey : $"{tagKey}\n{serialKey}";
        if (account is not null) text = $"{text}\n{Keys.Fold(account)}";
        return note is null ? text : $"{text}\n{Keys.Fold(note)}";
    }

    public static void Write(BinaryWriter to, AssetDraft draft)
    {
        to.Write(draft.Id);
        to.Write(draft.Tag);
        to.Write(draft.TagKey);
        to.WriteOrNone(draft.Serial);
        to.WriteOrNone(draft.SerialKey);
        to.Write((int)draft.Kind);
        to.Write(draft.ModelId);
        to.Write((int)draft.State);
        to.WriteOrNone(draft.PurchasedOn);
        to.Write(draft.Price.Ore);
        to.WriteOrNone(draft.SupplierId);
        to.WriteOrNone(draft.WarrantyUntil);
        to.WriteOrNone(draft.SiteId);
        to.WriteOrNone(draft.Room);
        to.WriteOrNone(draft.Note);
        to.Write(draft.Search);
        to.WriteOrNone(draft.Before);
        to.WriteOrNone(draft.After);
    }

    public static AssetDraft Read(BinaryReader from) => new()
    {
        Id = from.ReadInt64(),
        Tag = from.ReadString(),
        TagKey = from.ReadString(),
        Serial = from.ReadTextOrNone(),
        SerialKey = from.ReadTextOrNone(),
        Kind = (AssetKind)from.ReadInt32(),
        ModelId = from.ReadInt64(),
        State = (AssetState)from.ReadInt32(),
        PurchasedOn = from.ReadLongOrNone(),
        Price = Money.FromOre(from.ReadInt64()),
        SupplierId = from.ReadLongOrNone(),
        WarrantyUntil = from.ReadLongOrNone(),
        SiteId = from.ReadLongOrNone(),
        Room = from.ReadTextOrNone(),
        Note = from.ReadTextOrNone(),
        Search = from.ReadString(),
        Before = from.ReadTextOrNone(),
        After = from.ReadTextOrNone(),
    };

    /// <summary>A day as history says it.</summary>
    public static object? Spoken(long? day) => day is { } number ? Conventions.ToDay((int)number) : null;
}
