using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests.Workbooks;

public sealed class EffectWorkbookTests
{
    private static readonly EffectSource Source = new(
        3, 2, new DateOnly(2027, 1, 1), 2.5m,
        [
            new EffectRow("Barn och utbildning", "Kontor", new ProductEffect("100-10", "KONTOR", 3, Money.FromKronor(357.50m), Money.FromKronor(370m), Money.FromKronor(450m), Money.FromKronor(150m))),
            new EffectRow("Barn och utbildning", "Skärm", new ProductEffect("100-10", "SKARM", 2, Money.FromKronor(60m), null, Money.Zero, Money.Zero)),
            new EffectRow("Kraft AB", "Kontor", new ProductEffect("B1", "KONTOR", 1, Money.FromKronor(357.50m), Money.FromKronor(370m), Money.FromKronor(150m), Money.FromKronor(-0.01m))),
            new EffectRow("Kraft AB", "", new ProductEffect("B1", null, 7, null, null, Money.Zero, Money.Zero)),
        ],
        new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Each_customer_and_product_is_summed_by_formulas_that_say_what_the_rows_say()
    {
        using var book = new WrittenWorkbook(stream => EffectWorkbook.Write(stream, Source, Language.Swedish));

        Assert.Equal(["Sammanställning", "Alla kunder och produkter"], book.Tabs);
        var sums = book.Cells("Sammanställning");
        Assert.Equal("Konsekvens av utgåva 3", book.Text(sums["A1"]));
        var text = string.Join('\n', sums.Values.Where(cell => cell.CellFormula is not null).Select(cell => $"{cell.CellReference} {cell.CellValue!.Text}"));
        Assert.Equal(
            """
            C8 5
            D8 450.00
            E8 150.00
            C9 8
            D9 150.00
            E9 -0.01
            C10 13
            D10 600.00
            E10 149.99
            C14 4
            D14 600.00
            E14 149.99
            C15 2
            D15 0.00
            E15 0.00
            C16 7
            D16 0.00
            E16 0.00
            C17 13
            D17 600.00
            E17 149.99
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_price_that_an_edition_does_not_have_is_an_empty_cell_and_not_nothing()
    {
        using var book = new WrittenWorkbook(stream => EffectWorkbook.Write(stream, Source, Language.English));
        var rows = book.Cells("Customers and products");

        Assert.Equal(60m, decimal.Parse(rows["F3"].CellValue!.Text, CultureInfo.InvariantCulture));
        Assert.False(rows.ContainsKey("G3"));
        Assert.Equal("Outside the products", book.Text(rows["C5"]));
    }

    [Fact]
    public void The_same_effect_gives_the_same_bytes()
    {
        using var first = new WrittenWorkbook(stream => EffectWorkbook.Write(stream, Source, Language.Swedish));
        using var second = new WrittenWorkbook(stream => EffectWorkbook.Write(stream, Source, Language.Swedish));

        Assert.Equal(first.Bytes, second.Bytes);
    }
}
