using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Operations.Storage;
using Assets.Web.Resources;

namespace Assets.Web.Pages.Inventory;

/// <summary>What the columns of the asset list hold in a file: each field of its own, so that a spreadsheet can sort by it.</summary>
internal static class AssetColumns
{
    public static IReadOnlyList<ListColumn<AssetListItem>> Of(Words words, IReadOnlyList<string> shown) =>
    [
        Text(words["asset.tag"], 14, item => item.Tag), Text(words["asset.serial"], 22, item => item.Serial),
        .. shown.SelectMany(column => For(words, column)),
    ];

    private static ListColumn<AssetListItem>[] For(Words words, string column) => column switch
    {
        "model" => [Text(words["asset.kind"], 16, item => words[$"kind.{AssetKinds.Vocabulary.Word(item.Kind)}"]), Text(words["asset.model"], 30, item => item.Model)],
        "state" => [Text(words["asset.state"], 14, item => words[$"state.{AssetStates.Vocabulary.Word(item.State)}"])],
        "user" => [Text(words["asset.user"], 30, item => item.UserUnit), Text(words["field.user_account"], 20, item => item.UserAccount)],
        "payer" => [Text(words["asset.payer"], 30, item => item.PayerUnit)],
        "place" => [Text(words["asset.place"], 30, item => item.Site), Text(words["asset.room"], 14, item => item.Room)],
        "purchased" => [ListColumn<AssetListItem>.Day(words["asset.purchased"], item => item.PurchasedOn)],
        "price" => [ListColumn<AssetListItem>.Amount(words["asset.price"], item => item.Price)],
        "supplier" => [Text(words["asset.supplier"], 30, item => item.Supplier)],
        "warranty" => [ListColumn<AssetListItem>.Day(words["asset.warranty"], item => item.WarrantyUntil)],
        "costCode" => [Text(words["asset.costCode"], 16, item => item.CostCode)],
        "parent" => [Text(words["asset.parent"], 14, item => item.ParentTag)],
        "note" => [Text(words["asset.note"], 40, item => item.Note)],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static ListColumn<AssetListItem> Text(string header, double width, Func<AssetListItem, string?> value) => ListColumn<AssetListItem>.Text(header, width, value);
}
