using Assets.Core.Inventory;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Tests.Standard;

public sealed class EditionCheckTests
{
    private static readonly Bilingual Unspoken = new("", " ");

    public static TheoryData<string, string, Func<Product, Product>> WrongProducts => new()
    {
        { EditionFindings.UnusableCode, "Stop", product => product with { Code = "" } },
        { EditionFindings.UnusableCode, "Stop", product => product with { Code = "kontor å" } },
        { EditionFindings.UnusableCode, "Stop", product => product with { Code = new string('a', 41) } },
        { EditionFindings.TextMissing, "Stop", product => product with { Name = new Bilingual("Kontor", "") } },
        { EditionFindings.TextMissing, "Stop", product => product with { For = new Bilingual(" ", "Case workers") } },
        { EditionFindings.TermMissing, "Stop", product => product with { TermMonths = [] } },
        { EditionFindings.TermOutOfRange, "Stop", product => product with { TermMonths = [new Term(48), new Term(0)] } },
        { EditionFindings.TermOutOfRange, "Stop", product => product with { TermMonths = [new Term(48), new Term(121)] } },
        { EditionFindings.TermTwice, "Stop", product => product with { TermMonths = [new Term(48), new Term(48)] } },
        { EditionFindings.DefaultTermMissing, "Note", product => product with { TermMonths = [new Term(36)] } },
        { EditionFindings.AmountOutOfRange, "Stop", product => product with { Support = Money.FromKronor(-1m) } },
        { EditionFindings.AmountOutOfRange, "Stop", product => product with { PurchasePrice = Money.FromKronor(10_000_000_000m) } },
        { EditionFindings.ResidualAbovePrice, "Stop", product => product with { Residual = Money.FromKronor(12_000.01m) } },
        { EditionFindings.WithoutPrice, "Note", product => product with { PurchasePrice = Money.Zero, Support = Money.Zero, Parts = [Editions.Laptop] } },
        { EditionFindings.WithoutEquipment, "Note", product => product with { Parts = [Editions.Suite] } },
        { EditionFindings.KindMissing, "Stop", product => product with { Parts = [Editions.Laptop with { AssetKind = null }] } },
        { EditionFindings.RateOfEquipment, "Stop", product => product with { Parts = [Editions.Laptop with { MonthlyRate = Money.FromKronor(1m) }] } },
        { EditionFindings.ModelTwice, "Stop", product => product with { Parts = [Editions.Laptop with { Models = ["A", "a"] }] } },
        { EditionFindings.QuantityOutOfRange, "Stop", product => product with { Parts = [Editions.Laptop with { Quantity = 0 }] } },
        { EditionFindings.QuantityOutOfRange, "Stop", product => product with { Parts = [Editions.Laptop with { Quantity = 101 }] } },
        { EditionFindings.TextMissing, "Stop", product => product with { Parts = [Editions.Laptop, Editions.Suite with { Name = new Bilingual("", "Office suite") }] } },
        { EditionFindings.KindOfNoEquipment, "Stop", product => product with { Parts = [Editions.Laptop, Editions.Suite with { AssetKind = AssetKind.Pc }] } },
        { EditionFindings.KindOfNoEquipment, "Stop", product => product with { Parts = [Editions.Laptop, Editions.Suite with { Models = ["A"] }] } },
        { EditionFindings.ReservedName, "Stop", product => product with { Parts = [Editions.Laptop, Editions.Suite with { Name = new Bilingual("capital", "Capital") }] } },
        { EditionFindings.ReservedName, "Stop", product => product with { Parts = [Editions.Laptop, Editions.Suite with { Name = new Bilingual("loss_fee", "Loss") }] } },
    };

    public static TheoryData<string, RentRules> WrongRules => new()
    {
        { "default_term_months", Editions.Rules with { DefaultTermMonths = 0 } },
        { "default_term_months", Editions.Rules with { DefaultTermMonths = 121 } },
        { "notice_days", Editions.Rules with { NoticeDays = -1 } },
        { "notice_days", Editions.Rules with { NoticeDays = 366 } },
        { "confirmation_days", Editions.Rules with { ConfirmationDays = 0 } },
        { "revision_month", Editions.Rules with { RevisionMonth = 13 } },
        { "loss_fee -0.01", Editions.Rules with { LossFee = Money.FromOre(-1) } },
        { "deviation_fee -0.01", Editions.Rules with { DeviationFee = Money.FromOre(-1) } },
        { "text sv", Editions.Rules with { Text = new Bilingual("", "Text") } },
    };

    [Fact]
    public void An_edition_in_order_has_no_findings() => Assert.Empty(EditionCheck.Run(Editions.With(Editions.Office, Editions.Port)));

    [Theory]
    [MemberData(nameof(WrongProducts))]
    public void What_is_wrong_with_a_product_is_found_once_and_told_with_its_code(string code, string severity, Func<Product, Product> spoil)
    {
        var product = spoil(Editions.Office);

        var finding = Assert.Single(EditionCheck.Run(Editions.With(product)));

        Assert.Equal((code, severity, product.Code), (finding.Code, finding.Severity.ToString(), finding.Record));
    }

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void What_is_wrong_with_a_rule_is_found(string detail, RentRules rules)
    {
        var finding = Assert.Single(EditionCheck.Run(new Edition([Editions.Port], rules)), found => found.Severity == Severity.Stop);

        Assert.Equal((EditionCheck.Rules, detail), (finding.Record, finding.Detail));
    }

    [Fact]
    public void Codes_are_told_apart_whatever_their_case_and_an_edition_has_products()
    {
        Assert.Equal([EditionFindings.CodeTwice], EditionCheck.Run(Editions.With(Editions.Office, Editions.Office with { Code = "OFFICE" })).Select(found => found.Code));
        Assert.Equal([EditionFindings.NoProducts], EditionCheck.Run(Editions.With()).Select(found => found.Code));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var findings = EditionCheck.Run(new Edition([Editions.Office with { Name = Unspoken, Support = Money.FromOre(-1) }], Editions.Rules with { Text = Unspoken }));

        Assert.Equal(5, findings.Count(finding => finding.Severity == Severity.Stop));
        Assert.All(findings, finding => Assert.Contains(finding.Code, EditionFindings.All));
    }
}
