using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Data.Inventory;

public enum AssetSort
{
    Tag = 0,
    Serial = 1,
    Kind = 2,
    State = 3,
    Purchased = 4,

    /// <summary>The order in which assets came into the register.</summary>
    Registered = 5,
}

/// <summary>What a row tells beyond what it always tells. Nothing is fetched that is not asked for.</summary>
[Flags]
public enum AssetExtras
{
    None = 0,
    Price = 1,
    Warranty = 2,
    Supplier = 4,
    Note = 8,

    /// <summary>The code that the last contract line charges.</summary>
    CostCode = 16,

    /// <summary>The computer that it is attached to.</summary>
    Parent = 32,
    All = Price | Warranty | Supplier | Note | CostCode | Parent,
}

/// <summary>What a person asks the asset list for. Codes, not ids: they stand in the address, and an address is sent to colleagues.</summary>
/// <param name="Term">Part of a tag, serial, account, note or model name; one or two letters match the beginning of a tag or serial.</param>
/// <param name="Site">By its code, or by its name where only one has it; so are the model and the unit.</param>
/// <param name="Unit">A unit and everything below it: those who use or pay.</param>
/// <param name="Sort">None leaves it to the list: by tag, or as found where a word is in very many.</param>
/// <param name="Cursor">The row that the page starts after, or ends before.</param>
public sealed record AssetQuery(
    string Term = "",
    AssetKind? Kind = null,
    AssetState? State = null,
    string? Site = null,
    string? Model = null,
    string? Unit = null,
    AssetSort? Sort = null,
    bool Descending = false,
    AssetCursor? Cursor = null,
    int PageSize = 50,
    AssetExtras Extras = AssetExtras.None);

/// <summary>A place between two rows in some order: the sorted value and the folded tag, which is unique.</summary>
public sealed record AssetCursor(string? Value, string TagKey, bool Backward)
{
    /// <summary><c>n</c> or <c>v</c> + value, then the tag, with a character between that no key contains.</summary>
    public override string ToString() => (Value is null ? "n" : "v" + Value) + '\t' + TagKey;

    public static AssetCursor? Parse(string? text, bool backward)
    {
        if (text is null || text.Split('\t') is not [{ Length: > 0 } value, { Length: > 0 } tag]) return null;
        return new AssetCursor(value[0] == 'n' ? null : value[1..], tag, backward);
    }
}

/// <summary>A row of the list. The price and what follows it are there where they were asked for.</summary>
public sealed record AssetListItem(
    long Id,
    string Tag,
    string? Serial,
    AssetKind Kind,
    string Model,
    AssetState State,
    DateOnly? PurchasedOn,
    string? Site,
    string? Room,
    string? UserUnit,
    string? UserAccount,
    string? PayerUnit,
    Money? Price = null,
    DateOnly? WarrantyUntil = null,
    string? Supplier = null,
    string? Note = null,
    string? CostCode = null,
    string? ParentTag = null);

/// <param name="Total">How many match: exact up to <see cref="AssetList.CountedTo"/>, and one more when there are more.</param>
public sealed record AssetListPage(IReadOnlyList<AssetListItem> Items, int Total, AssetSort Sort, AssetCursor? Next, AssetCursor? Previous)
{
    public bool TotalIsExact => Total <= AssetList.CountedTo;
}
