using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Core.Tests.Ordering;

public sealed class ApprovalTests
{
    private const int Orderer = 1;
    private const int Near = 2;
    private const int Above = 3;
    private const int Delegate = 4;
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly BudgetHolder[] Holders = [new(Above, 1, null), new(Near, 0, Money.FromKronor(1000m))];

    [Theory]
    [InlineData("1000.00", "2 awaited, 3")]
    [InlineData("1000.01", "3 awaited")]
    public void The_nearest_whose_limit_covers_the_rent_is_awaited_and_those_above_may(string rent, string expected) =>
        Assert.Equal(expected, Told(Approval.Of(Money.FromKronor(decimal.Parse(rent, System.Globalization.CultureInfo.InvariantCulture)), Orderer, Day, Holders, [])));

    [Fact]
    public void Ones_own_order_goes_to_the_next_one_up() => Assert.Equal("3 awaited", Told(Approval.Of(Money.Zero, Near, Day, Holders, [])));

    [Fact]
    public void The_last_budget_holder_has_nobody_who_approves_his_order() => Assert.Empty(Approval.Of(Money.Zero, Above, Day, Holders[..1], []));

    [Theory]
    [InlineData("2026-11-22", "2026-11-23", "2 awaited, 4 for 2 awaited, 3")]
    [InlineData("2026-11-23", null, "2 awaited, 3")]
    [InlineData("2026-11-01", "2026-11-22", "2 awaited, 3")]
    public void A_stand_in_may_on_the_days_of_it(string from, string? until, string expected) => Assert.Equal(expected, Told(Approval.Of(Money.Zero, Orderer, Day, Holders, [StandsIn(Near, Delegate, from, until)])));

    [Fact]
    public void A_stand_in_does_not_approve_what_he_or_the_holder_has_ordered()
    {
        Assert.Equal("3 awaited", Told(Approval.Of(Money.Zero, Near, Day, Holders, [StandsIn(Near, Delegate, "2026-01-01", null)])));
        Assert.Equal("2 awaited, 3", Told(Approval.Of(Money.Zero, Delegate, Day, Holders, [StandsIn(Near, Delegate, "2026-01-01", null)])));
    }

    [Fact]
    public void A_stand_in_has_the_holders_limit() =>
        Assert.Equal("3 awaited", Told(Approval.Of(Money.FromKronor(1001m), Orderer, Day, Holders, [StandsIn(Near, Delegate, "2026-01-01", null)])));

    [Fact]
    public void Somebody_who_may_for_two_reasons_is_named_once_for_the_nearest() =>
        Assert.Equal("2 awaited, 3 for 2 awaited", Told(Approval.Of(Money.Zero, Orderer, Day, Holders, [StandsIn(Near, Above, "2026-01-01", null)])));

    private static StandIn StandsIn(int holder, int standIn, string from, string? until) =>
        new(holder, standIn, new Period(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    private static string Told(IEnumerable<Approver> approvers) =>
        string.Join(", ", approvers.Select(one => $"{one.UserId}{(one.For == one.UserId ? "" : $" for {one.For}")}{(one.IsAwaited ? " awaited" : "")}"));
}
