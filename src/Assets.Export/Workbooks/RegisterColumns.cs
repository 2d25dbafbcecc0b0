using Assets.Core.Inventory;
using Column = Assets.Export.Workbooks.Column<Assets.Core.Inventory.AssetThen>;

namespace Assets.Export.Workbooks;

/// <summary>The columns of the register as of a day, in the workbook and as CSV: one line each.</summary>
public static class RegisterColumns
{
    public static IReadOnlyList<Column> Of(Language language)
    {
        var words = RegisterWords.Of(language);
        return
        [
            Column.Key(words.Tag, 18, a => a.Tag),
            Column.Key(words.Serial, 22, a => a.Serial),
            Column.Text(words.Kind, 20, a => words.Of(a.Kind)),
            Column.Text(words.ModelCode, 16, a => a.ModelCode),
            Column.Text(words.Model, 30, a => a.Model),
            Column.Text(words.State, 16, a => words.Of(a.State)),
            Column.Text(words.SiteCode, 14, a => a.SiteCode),
            Column.Text(words.Site, 28, a => a.Site),
            Column.Text(words.Room, 12, a => a.Room),
            Column.Text(words.UserUnitCode, 14, a => a.UserUnitCode),
            Column.Text(words.UserUnit, 28, a => a.UserUnit),
            Column.Key(words.UserAccount, 18, a => a.UserAccount),
            Column.Text(words.CustomerCode, 12, a => a.Rented?.CustomerCode),
            Column.Text(words.Customer, 28, a => a.Rented?.Customer),
            Column.Text(words.PayerCode, 14, a => a.Rented?.PayerCode),
            Column.Text(words.Payer, 28, a => a.Rented?.Payer),
            Column.Text(words.CostCode, 14, a => a.Rented?.CostCode),
            Column.Date(words.Purchased, 14, a => a.PurchasedOn),
            Column.Money(words.Price, 16, a => a.Price),
            Column.MoneyOrNone(words.BookValue, 16, a => a.BookValue),
            Column.Key(words.Line, 16, a => a.Rented?.LineCode),
            Column.MoneyOrNone(words.MonthlyRent, 14, a => a.Rented?.MonthlyRent),
            Column.Key(words.Parent, 18, a => a.ParentTag),
        ];
    }
}
