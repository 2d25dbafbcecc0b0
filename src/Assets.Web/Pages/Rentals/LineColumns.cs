using Assets.Data.Rentals;
using Assets.Operations.Storage;
using Assets.Web.Resources;

namespace Assets.Web.Pages.Rentals;

/// <summary>The columns of the list of contract lines, on the page and in a file; the line itself always stands first.</summary>
public static class LineColumns
{
    /// <summary>Those of a list for which nothing else was chosen.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["contract", "asset", "unit", "costCode", "period", "rent"];

    public static IReadOnlyList<string> Choices { get; } = ["contract", "asset", "model", "unit", "customer", "costCode", "period", "method", "rent", "user"];

    /// <summary>The order that a column's head asks for.</summary>
    public static LineSort? SortOf(string column) => column switch { "line" => LineSort.Line, "unit" => LineSort.Payer, "period" => LineSort.Start, "end" => LineSort.End, "rent" => LineSort.Rent, _ => null };

    internal static IReadOnlyList<ListColumn<LineListItem>> Of(Words words, IReadOnlyList<string> shown) =>
        [ListColumn<LineListItem>.Text(words["lineColumn.line"], 14, line => line.Code), .. shown.SelectMany(column => For(words, column))];

    private static ListColumn<LineListItem>[] For(Words words, string column) => column switch
    {
        "contract" => [Text(words, column, 16, line => line.ContractNumber)],
        "asset" => [Text(words, column, 14, line => line.AssetTag), ListColumn<LineListItem>.Number(words["change.quantity"], line => line.Quantity)],
        "model" => [Text(words, column, 30, line => line.Model)],
        "unit" => [Text(words, column, 30, line => line.Unit)],
        "customer" => [Text(words, column, 30, line => line.Customer)],
        "costCode" => [Text(words, column, 16, line => line.CostCode)],
        "period" => [ListColumn<LineListItem>.Day(words["lineColumn.start"], line => line.From), ListColumn<LineListItem>.Day(words["lineColumn.end"], line => line.HasNoDays ? line.From : line.Until?.AddDays(-1))],
        "method" => [Text(words, column, 22, line => Method(words, line))],
        "rent" => [ListColumn<LineListItem>.Amount(words["lineColumn.rent"], line => line.MonthlyRent)],
        "user" => [Text(words, column, 30, line => line.UserUnit), ListColumn<LineListItem>.Text(words["field.user_account"], 20, line => line.UserAccount)],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static string Method(Words words, LineListItem line) => line.Method is { } method ? words[$"method.{method}"] : words["change.fixed"];

    private static ListColumn<LineListItem> Text(Words words, string column, double width, Func<LineListItem, string?> value) => ListColumn<LineListItem>.Text(words[$"lineColumn.{column}"], width, value);
}
