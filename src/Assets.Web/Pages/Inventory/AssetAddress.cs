using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Operations.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Inventory;

/// <summary>What an address of the asset list asks for.</summary>
internal static class AssetAddress
{
    /// <summary>All assets of a list, a page at a time.</summary>
    public static IEnumerable<AssetListItem> AllRows(AssetList assets, Reach reach, AssetQuery query)
    {
        var asked = query with { PageSize = ListFile.PageSize };
        return ListFile.AllRows<AssetListItem, AssetCursor?>(null, at =>
        {
            var page = assets.Read(reach, asked with { Cursor = at });
            asked = asked with { Sort = page.Sort };
            return (page.Items, page.Next);
        });
    }

    public static AssetQuery Read(string address)
    {
        var parts = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? Part(string name) => parts.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
        return new AssetQuery(
            Part("q") ?? "", AssetKinds.Vocabulary.TryParse(Part("kind"), out var kind) ? kind : null, AssetStates.Vocabulary.TryParse(Part("state"), out var state) ? state : null,
            Part("site"), Part("model"), Part("unit"), AssetSort.Tag);
    }
}
