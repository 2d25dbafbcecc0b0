using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Core.Tests.Inventory;

public sealed class StatesOverTimeTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void Without_a_step_the_asset_was_always_what_it_is() =>
        Assert.Equal(AssetState.Lost, new StatesOverTime(AssetState.Lost, []).On(March));

    [Fact]
    public void A_step_holds_from_its_day_on_whenever_it_was_recorded()
    {
        var states = new StatesOverTime(AssetState.Disposed, [
            new StateChange(March.AddDays(9), AssetState.InUse, AssetState.Disposed),
            new StateChange(March.AddDays(4), AssetState.Disposed, AssetState.Retired), // known later, true earlier
        ]);

        Assert.Equal(
            [AssetState.InUse, AssetState.Retired, AssetState.Retired, AssetState.Disposed],
            new[] { 3, 4, 8, 9 }.Select(day => states.On(March.AddDays(day))));
        Assert.Null(states.IdleWithin(new Period(March, March.AddDays(4))));
        Assert.Equal(AssetState.Retired, states.IdleWithin(new Period(March, March.AddDays(5))));
        Assert.Equal(AssetState.Disposed, states.IdleWithin(new Period(March.AddDays(9), null)));
        Assert.Null(states.IdleWithin(new Period(March.AddDays(9), March.AddDays(9))));
    }

    [Fact]
    public void Of_two_steps_of_one_day_the_later_recorded_holds()
    {
        var states = new StatesOverTime(AssetState.InStock, [new StateChange(March, AssetState.InUse, AssetState.Lost), new StateChange(March, AssetState.Lost, AssetState.InStock)]);

        Assert.Equal(AssetState.InStock, states.On(March));
        Assert.Null(states.IdleWithin(new Period(March.AddDays(-1), March)));
        Assert.Equal(AssetState.InStock, states.IdleWithin(new Period(March.AddDays(-1), null)));
    }
}
