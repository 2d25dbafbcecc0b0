using Assets.Core.Inventory;
using PartColumn = Assets.Export.Workbooks.Column<(Assets.Core.Inventory.AssetKind Kind, Assets.Core.Inventory.AssetState State, Assets.Core.Inventory.RegisterSum Sum)>;

namespace Assets.Export.Workbooks;

/// <summary>The register as of a day, to be written.</summary>
/// <param name="Rows">Opened once; streamed.</param>
/// <param name="Tally">Gathered by the rows as they pass, and whole when they have been read.</param>
public sealed record RegisterSource(DateOnly AsOf, DateOnly Believed, DateTimeOffset Created, string ProgramVersion, IEnumerable<AssetThen> Rows, RegisterTally Tally);

/// <summary>
/// The workbook of the register as of a day: sums by kind and state as formulas, each held against what was counted while the rows were
/// read; a table of kinds and states, one of customers, and every asset. The assets are written first, since sums are known last.
/// </summary>
public static class RegisterWorkbook
{
    private const int SummaryTab = 0, PartTab = 1, CustomerTab = 2, RegisterTab = 3;

    public static void Write(Stream target, RegisterSource source, Language language) => Write(target, source, language, Workbook.MostRows);

    internal static void Write(Stream target, RegisterSource source, Language language, int rowsPerSheet)
    {
        var words = RegisterWords.Of(language);
        var columns = RegisterColumns.Of(language);
        using var book = new Workbook(target, new WorkbookProperties(Heading(source, words), $"Assets {source.ProgramVersion}", source.Created), rowsPerSheet);
        var rows = book.AddTable(Frame(source, words, words.Register, RegisterTab), columns, source.Rows);
        book.AddTable(Frame(source, words, words.Parts, PartTab), Parts(words), source.Tally.Parts);
        var customers = book.AddTable(Frame(source, words, words.Customers, CustomerTab), Customers(words, source.Tally.Told == RentTold.Part ? words.NotRentedOrByAnother : words.NotRented), source.Tally.Customers);
        RegisterSummary.Add(book, Frame(source, words, words.Summary, SummaryTab), source, words, new RegisterPlaces(rows, columns, words), customers);
        book.Finish();
    }

    internal static string Heading(RegisterSource source, RegisterWords words) => $"{words.Title} {RegisterSummary.Day(source.AsOf)}";

    private static List<PartColumn> Parts(RegisterWords words) =>
    [
        PartColumn.Text(words.Kind, 24, p => words.Of(p.Kind)),
        PartColumn.Text(words.State, 18, p => words.Of(p.State)),
        PartColumn.Integer(words.Assets, 12, p => p.Sum.Assets),
        PartColumn.Money(words.Price, 18, p => p.Sum.Price),
        PartColumn.Money(words.BookValue, 18, p => p.Sum.BookValue),
        PartColumn.IntegerOrNone(words.Rented, 12, p => p.Sum.Rented),
        PartColumn.MoneyOrNone(words.MonthlyRent, 18, p => p.Sum.MonthlyRent),
    ];

    private static List<Column<RegisterCustomer>> Customers(RegisterWords words, string none) =>
    [
        Column<RegisterCustomer>.Text(words.CustomerCode, 16, c => c.Code),
        Column<RegisterCustomer>.Text(words.Customer, 36, c => c.Code.Length == 0 ? none : c.Name),
        Column<RegisterCustomer>.Integer(words.Assets, 12, c => c.Sum.Assets),
        Column<RegisterCustomer>.Money(words.Price, 18, c => c.Sum.Price),
        Column<RegisterCustomer>.Money(words.BookValue, 18, c => c.Sum.BookValue),
        Column<RegisterCustomer>.IntegerOrNone(words.Rented, 12, c => c.Sum.Rented),
        Column<RegisterCustomer>.MoneyOrNone(words.MonthlyRent, 18, c => c.Sum.MonthlyRent),
    ];

    private static SheetFrame Frame(RegisterSource source, RegisterWords words, string name, int order) => new(name, order)
    {
        PageHeader = $"{Heading(source, words)} · {words.Believed} {RegisterSummary.Day(source.Believed)}",
    };
}
