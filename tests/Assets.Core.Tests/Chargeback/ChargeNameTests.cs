using Assets.Core.Chargeback;
using Assets.Core.Tests.Rentals;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class ChargeNameTests
{
    [Fact]
    public void A_name_leads_back_to_its_charge_alone() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), (believed, known) =>
        {
            var ledger = new Postings();
            ledger.Close(believed with { LineCode = "C:rent:01" }, March, March);
            ledger.Close(known with { LineCode = "C:rent:01" }, March, April);
            return ledger.Rows.TrueForAll(row => ChargeName.TryParse(row.Id, out var name) && ledger.Rows.Single(charge => Names(charge, name)) == row);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-05:C1:rent:10", "C1", "rent", 10)]
    [InlineData("2026-05:A:B:rent:31", "A:B", "rent", 31)]
    [InlineData("2026-05:C1:rent:31:2026-03:old", "C1", "rent", 31)]
    public void The_parts_are_read(string text, string line, string component, int day)
    {
        Assert.True(ChargeName.TryParse(text, out var name));
        Assert.Equal((May, line, component, day), (name.Month, name.LineCode, name.Component, name.From.Day));
    }

    [Theory]
    [InlineData("2026-05:C1:rent:32")]
    [InlineData("2026-04:C1:rent:31")]
    [InlineData("2026-05:C1:rent:30:2026-02:new")] // February has no 30th
    [InlineData("2026-05:C1:rent:1")]
    [InlineData("2026-05:C1:rent:+1")]
    [InlineData("2026-05:C1:rent:00")]
    [InlineData("2026-05:rent:10")]
    [InlineData("2026-05::rent:10")]
    [InlineData("2026-05:C1::10")]
    [InlineData("2026-13:C1:rent:10")]
    [InlineData("2026-05:C1:rent:10:2026-03")]
    [InlineData("2026-05:C1:rent:10:2026-03:both")]
    [InlineData("old")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_name_of_a_charge_is_refused(string? text) => Assert.False(ChargeName.TryParse(text, out _));

    private static bool Names(Charge charge, ChargeName name) =>
        charge.Month == name.Month && charge.LineCode == name.LineCode && charge.Component == name.Component && charge.From == name.From
        && charge.CorrectionOf == name.CorrectionOf && charge.Reversal == name.Reversal;
}
