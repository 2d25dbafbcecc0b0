using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Tests.Standard;

public sealed class EditionDifferenceTests
{
    [Fact]
    public void An_edition_does_not_differ_from_itself_nor_by_the_order_of_its_products()
    {
        Assert.True(EditionDifference.Between(Editions.With(Editions.Office, Editions.Port), Editions.With(Editions.Office, Editions.Port)).IsEmpty);
        Assert.True(EditionDifference.Between(Editions.With(Editions.Office, Editions.Port), Editions.With(Editions.Port, Editions.Office)).IsEmpty);
    }

    [Fact]
    public void What_is_added_removed_and_changed_is_told_field_by_field()
    {
        var dearer = Editions.Office with { PurchasePrice = Money.FromKronor(13_000m), Parts = [Editions.Laptop with { Models = ["LAT-5450", "LAT-5460"] }, Editions.Suite] };
        var after = new Edition([dearer, Editions.Port with { Code = "port2" }], Editions.Rules with { NoticeDays = 14 });

        var difference = EditionDifference.Between(Editions.With(Editions.Office, Editions.Port), after);

        Assert.Equal(["office", "port2", "port"], difference.Products.Select(product => product.Code));
        Assert.Equal(
            [
                new FieldDifference("purchase_price", "12000.00", "13000.00"),
                new FieldDifference("parts", "1 Bärbar dator / Laptop, pc (LAT-5450); 1 Kontorspaket / Office suite, licence 120.00", "1 Bärbar dator / Laptop, pc (LAT-5450, LAT-5460); 1 Kontorspaket / Office suite, licence 120.00"),
            ],
            difference.Products[0].Fields);
        Assert.Null(difference.Products[1].Before);
        Assert.Null(difference.Products[2].After);
        Assert.Equal([new FieldDifference("notice_days", "30", "14")], difference.Rules);
    }
}
