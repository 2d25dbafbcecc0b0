using Assets.Core.Inventory;

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

/// <summary>What a person asks the asset list for. Codes, not ids: they stand in the address, and an address is sent to colleagues.</summary>
/// <param name="Term">Part of a tag, serial, account, note or model name; one or two letters match the beginning of a tag or serial.</param>
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
    int PageSize = 50);

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
    string? PayerUnit);

/// <param name="Total">How many match: exact up to <see cref="AssetList.CountedTo"/>, and one more when there are more.</param>
public sealed record AssetListPage(IReadOnlyList<AssetListItem> Items, int Total, AssetSort Sort, AssetCursor? Next, AssetCursor? Previous)
{
    public bool TotalIsExact => Total <= AssetList.CountedTo;
}
