using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Standard;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class ExplainChargeTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void Both_halves_of_a_correction_are_explained_from_what_each_was_rated_from(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 262.50m);
        CloseMonth.Run(town.Installation, March);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 20), 262.50m);
        ChargeMonth.Run(town.Installation, March.Next);

        var old = ExplainCharge.Run(town.Installation, "2026-04:L1:rent:01:2026-03:old").Value;
        var corrected = ExplainCharge.Run(town.Installation, "2026-04:l1:rent:01:2026-03:new").Value;

        Assert.Equal((1, "2026-03:L1:rent:01", "-262.50", "262.50"), (old.Version.Number, old.Reverses, old.Charge.Amount.ToString(), old.Amount.Result.ToString()));
        Assert.Equal((2, null, "160.89", "160.89"), (corrected.Version.Number, corrected.Reverses, corrected.Charge.Amount.ToString(), corrected.Amount.Result.ToString()));
        Assert.Equal((0, 19, 31, 160.887097m), (corrected.Amount.DaysBefore, corrected.Amount.DaysUntil, corrected.Amount.DaysOfMonth, decimal.Round(corrected.Amount.ExactUntil!.Value, 6)));
        Assert.Equal(2, corrected.Pair.Count);
        Assert.Null(corrected.Month.ClosedBy);
    }

    [Theory]
    [OnBoth]
    public void A_closed_month_is_explained_from_what_it_saw_whatever_is_known_now(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        CloseMonth.Run(town.Installation, March);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 999m);

        var explained = ExplainCharge.Run(town.Installation, "2026-03:L1:rent:01").Value;

        Assert.Equal((1, "100.00", "tester"), (explained.Version.Number, explained.Amount.UnitRate.ToString(), explained.Month.ClosedBy));
        Assert.Equal(("110", "Enhet 111", "Drift", "pc Maker Model"), (explained.Place.CustomerCode, explained.Place.UnitName, explained.Place.CostCodeName, explained.Place.AssetText));
    }

    [Theory]
    [OnBoth]
    public void A_charge_names_the_edition_and_the_product_of_its_price_and_says_so_where_it_has_none(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L3", "PC1", "111", new DateOnly(2026, 1, 1), null, 262.50m);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        AnyEdition.Decided(town.Installation, AnyEdition.Of(AnyEdition.Office), new DateOnly(2026, 1, 1));
        var day = new DateOnly(2026, 2, 10);
        var office = new CalculatedRent(ProductPrice.Request(AnyEdition.Office, 48, day, Money.Zero));
        Assert.True(StartLine.Run(town.Installation, new LineRequest("L1", "111", "C111", null, "office", 1, day, null, office)).IsDone);
        Assert.True(StartLine.Run(town.Installation, new LineRequest("L2", "111", "C111", null, "office", 1, day, null, new FixedRent(Money.FromKronor(10)))).IsDone);
        Assert.True(ChargeMonth.Run(town.Installation, March).IsDone);

        var listed = ExplainCharge.Run(town.Installation, "2026-03:L1:capital:01").Value.Price;
        var byHand = ExplainCharge.Run(town.Installation, "2026-03:L2:rent:01").Value.Price;
        var imported = ExplainCharge.Run(town.Installation, "2026-03:L3:rent:01").Value.Price;

        Assert.Equal(("office", "Kontor", 1, new DateOnly(2026, 1, 1)), (listed.Product, listed.Name!.Swedish, listed.Edition, listed.EditionFrom!.Value));
        Assert.Equal(("office", (int?)null), (byHand.Product, byHand.Edition));
        Assert.Equal(("", (int?)null), (imported.Product, imported.Edition));
    }

    [Theory]
    [InlineData("2026-03:L1:rent:01", "L1", "rent", 1, null, false)]
    [InlineData("2026-03:A:B:C:rent:31", "A:B:C", "rent", 31, null, false)]
    [InlineData("2026-05:L1:rent:28:2026-02:old", "L1", "rent", 28, 202602, true)]
    [InlineData("2026-05:X:old:rent:01:2026-02:new", "X:old", "rent", 1, 202602, false)]
    public void The_name_of_a_charge_is_read_from_its_end_so_that_colons_do_no_harm(string text, string line, string component, int day, int? corrected, bool reversal)
    {
        Assert.True(ChargeName.TryParse(text, out var name));
        Assert.Equal((line, component, day, corrected, reversal), (name.LineCode, name.Component, name.From.Day, name.CorrectionOf?.Number, name.Reversal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03")]
    [InlineData("2026-03:L1:rent")]
    [InlineData("2026-02:L1:rent:29")]
    [InlineData("2026-13:L1:rent:01")]
    [InlineData("2026-05:L1:rent:01:2026-99:old")]
    [InlineData("2026-03:L1:rent:1st")]
    public void What_is_no_name_of_a_charge_is_refused(string text) => Assert.False(ChargeName.TryParse(text, out _));
}
