using Assets.Core.Inventory;
using Assets.Operations.Inventory;
using Assets.Web.Resources;

namespace Assets.Web.Pages.Inventory;

/// <summary>What the columns of the asset list hold in a file: each field of its own, so that a spreadsheet can sort by it.</summary>
internal static class AssetColumns
{
    public static IReadOnlyList<AssetColumn> Of(Words words, IReadOnlyList<string> shown) =>
    [
        new AssetColumn(words["asset.tag"], 14, item => item.Tag), new AssetColumn(words["asset.serial"], 22, item => item.Serial),
        .. shown.SelectMany(column => For(words, column)),
    ];

    private static AssetColumn[] For(Words words, string column) => column switch
    {
        "model" => [new(words["asset.kind"], 16, item => words[$"kind.{AssetKinds.Vocabulary.Word(item.Kind)}"]), new(words["asset.model"], 30, item => item.Model)],
        "state" => [new(words["asset.state"], 14, item => words[$"state.{AssetStates.Vocabulary.Word(item.State)}"])],
        "user" => [new(words["asset.user"], 30, item => item.UserUnit), new(words["field.user_account"], 20, item => item.UserAccount)],
        "payer" => [new(words["asset.payer"], 30, item => item.PayerUnit)],
        "place" => [new(words["asset.place"], 30, item => item.Site), new(words["asset.room"], 14, item => item.Room)],
        "purchased" => [new(words["asset.purchased"], 12, item => null, item => item.PurchasedOn)],
        "price" => [new(words["asset.price"], 14, item => null, Amount: item => item.Price)],
        "supplier" => [new(words["asset.supplier"], 30, item => item.Supplier)],
        "warranty" => [new(words["asset.warranty"], 12, item => null, item => item.WarrantyUntil)],
        "costCode" => [new(words["asset.costCode"], 16, item => item.CostCode)],
        "parent" => [new(words["asset.parent"], 14, item => item.ParentTag)],
        "note" => [new(words["asset.note"], 40, item => item.Note)],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
