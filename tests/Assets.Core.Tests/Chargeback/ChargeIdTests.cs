using Assets.Core.Chargeback;
using Assets.Core.Tests.Rentals;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class ChargeIdTests
{
    [Fact]
    public void A_name_leads_back_to_its_charge_alone() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), (believed, known) =>
        {
            var ledger = new Postings();
            ledger.Close(believed with { LineCode = "C:rent:01" }, March, March);
            ledger.Close(known with { LineCode = "C:rent:01" }, March, April);
            return ledger.Rows.TrueForAll(row => ChargeId.TryParse(row.Id, out var id) && ledger.Rows.Single(id.IsOf) == row);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-05:C1:rent:10", "C1", "rent", 10)]
    [InlineData("2026-05:A:B:rent:31", "A:B", "rent", 31)]
    [InlineData("2026-05:C1:rent:31:2026-03:old", "C1", "rent", 31)]
    public void The_parts_are_read(string text, string line, string component, int day)
    {
        Assert.True(ChargeId.TryParse(text, out var id));
        Assert.Equal((May, line, component, day), (id.Month, id.LineCode, id.Component, id.Day));
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
    public void What_is_no_name_of_a_charge_is_refused(string? text) => Assert.False(ChargeId.TryParse(text, out _));
}
