using System.Text.Json;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Tests.Standard;

public sealed class EditionTests
{
    private static readonly InterestRow[] Interest = [new(new DateOnly(2024, 1, 1), 2.5m)];

    private static Edition Example { get; } = new(
        [
            new Product(
                "office", ProductKind.Workplace, new Bilingual("Kontor", "Office"), new Bilingual("Handläggare", "Case workers"), "device-desktop",
                Method.A, Money.FromKronor(12_000m), Money.Zero, [new Term(36), new Term(48)], Money.FromKronor(95m),
                [
                    new Part(PartKind.Equipment, new Bilingual("Bärbar dator", "Laptop"), AssetKind.Pc, ["LAT-5450"], 1, Money.Zero),
                    new Part(PartKind.Licence, new Bilingual("Kontorspaket", "Office suite"), null, [], 1, Money.FromKronor(120m)),
                ],
                ["110"]),
        ],
        new RentRules(48, 30, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("Text \"med\" å", "Text")));

    [Fact]
    public void An_edition_reads_back_as_it_was_written()
    {
        var text = EditionText.Write(Example);

        Assert.Equal(Example, EditionText.Parse(text));
        Assert.Equal(text, EditionText.Write(EditionText.Parse(text)));
        Assert.Contains("\"purchase_price\":\"12000.00\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_for_running_lines_stands_in_the_text_only_where_it_is_decided()
    {
        var decided = Example with { Rules = Example.Rules with { RunningLinesFrom = new DateOnly(2027, 1, 1) } };

        Assert.DoesNotContain("running_lines_from", EditionText.Write(Example), StringComparison.Ordinal);
        Assert.Contains("\"running_lines_from\":\"2027-01-01\"", EditionText.Write(decided), StringComparison.Ordinal);
        Assert.Equal(decided, EditionText.Parse(EditionText.Write(decided)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"products":[],"rules":null}""")]
    [InlineData("""{"products":[],"unknown":1}""")]
    public void A_text_that_is_no_edition_is_refused(string text) => Assert.Throws<JsonException>(() => EditionText.Parse(text));

    [Theory]
    [InlineData(48, 0, "477.50")] // 250.00 + 12.50 + 95.00 + 120.00
    [InlineData(48, 50, "527.50")]
    [InlineData(36, 0, "560.83")] // 333.33 + 12.50 rounded once: 345.83
    public void A_products_month_is_the_worked_example_with_its_licence(int term, int deviation, string month)
    {
        var price = ProductPrice.Month(Example.Products[0], term, new DateOnly(2026, 3, 10), Interest, Money.FromKronor(deviation)).Value;

        Assert.Equal(month, price.FirstMonth.ToString());
        Assert.Equal(price.FirstMonth.Ore * term, price.WholeTerm.Ore); // method A is level
    }

    [Fact]
    public void Parts_of_the_same_name_become_components_of_their_own()
    {
        var licence = Example.Products[0].Parts[1];
        var product = Example.Products[0] with { Parts = [licence, licence, licence with { Name = new Bilingual("Kontorspaket: stort", "x") }] };

        var price = ProductPrice.Month(product, 48, new DateOnly(2026, 3, 10), Interest).Value;

        Assert.Equal(["capital", "support", "Kontorspaket", "Kontorspaket 2", "Kontorspaket stort"], price.Price.Components.Select(c => c.Name));
    }

    [Fact]
    public void Without_interest_in_force_there_is_no_price() =>
        Assert.Equal(LineRefusals.NoInterest, ProductPrice.Month(Example.Products[0], 48, new DateOnly(2023, 12, 31), Interest).Refusal!.Code);

    [Fact]
    public void A_text_that_is_not_translated_yet_is_shown_in_the_other_language()
    {
        Assert.Equal(["Kontor", "Office"], [new Bilingual("Kontor", "Office").In("sv"), new Bilingual("Kontor", "Office").In("en")]);
        Assert.Equal(["Kontor", "Office"], [new Bilingual("Kontor", "").In("en"), new Bilingual("", "Office").In("sv")]);
    }
}
