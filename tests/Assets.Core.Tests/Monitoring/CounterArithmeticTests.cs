using Assets.Core.Monitoring;
using FsCheck;
using FsCheck.Fluent;

namespace Assets.Core.Tests.Monitoring;

public sealed class CounterArithmeticTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(CounterWidth.Bits64, 1_000UL, 8_500_000UL, CounterChange.Counted, 8_499_000UL)]
    [InlineData(CounterWidth.Bits64, 5UL, 5UL, CounterChange.Counted, 0UL)]
    [InlineData(CounterWidth.Bits32, 4_294_967_000UL, 704UL, CounterChange.CameRound, 1_000UL)]
    [InlineData(CounterWidth.Bits32, 4_294_967_295UL, 0UL, CounterChange.CameRound, 1UL)]
    [InlineData(CounterWidth.Bits64, 4_294_967_000UL, 704UL, CounterChange.Restarted, 0UL)] // 64 bits do not come round
    [InlineData(CounterWidth.Bits32, 4_294_967_296UL, 704UL, CounterChange.Restarted, 0UL)] // it never was a 32-bit counter
    [InlineData(CounterWidth.Bits64, 0UL, ulong.MaxValue, CounterChange.Counted, ulong.MaxValue)]
    public void A_minute_between_two_readings_counts(CounterWidth width, ulong before, ulong after, CounterChange change, ulong increase)
    {
        var step = CounterArithmetic.Between(new(Noon, before, 100_000), new(Noon.AddMinutes(1), after, 106_000), width, Longest);
        Assert.Equal(new CounterStep(change, increase, TimeSpan.FromMinutes(1)), step);
    }

    [Theory]
    [InlineData(100_000U, 106_000U, 60, false)]
    [InlineData(100_000U, 2_000U, 60, true)] // uptime went back
    [InlineData(1_000U, 4_000U, 60, true)] // 40 s up, a minute after an uptime of 10 s
    [InlineData(1_000U, 6_700U, 60, false)] // a clock that is slow by 3 s
    [InlineData(4_294_966_000U, 4_704U, 60, false)] // uptime itself came round after 497 days
    [InlineData(4_294_966_000U, 1_000U, 60, true)] // so near to coming round, and yet restarted
    [InlineData(0U, 100U, 60, true)]
    [InlineData(4_294_967_000U, 3_000U, 3_600, true)] // came round in theory; up for 30 s after an hour
    public void A_restart_shows_in_the_uptime(uint before, uint after, int seconds, bool restarted)
    {
        var step = CounterArithmetic.Between(new(Noon, 500, before), new(Noon.AddSeconds(seconds), 9_000, after), CounterWidth.Bits64, Longest);
        Assert.Equal(restarted ? CounterChange.Restarted : CounterChange.Counted, step.Change);
        Assert.Equal(restarted, step.PerSecond is null);
    }

    [Theory]
    [InlineData(CounterWidth.Bits32, 300, CounterChange.Counted)]
    [InlineData(CounterWidth.Bits32, 301, CounterChange.Unknown)] // may have come round more than once
    [InlineData(CounterWidth.Bits64, 86_400, CounterChange.Counted)] // nothing is lost in a gap
    [InlineData(CounterWidth.Bits64, 0, CounterChange.Unknown)]
    [InlineData(CounterWidth.Bits64, -60, CounterChange.Unknown)]
    public void Of_readings_too_far_apart_or_out_of_order_nothing_is_said(CounterWidth width, int seconds, CounterChange change) =>
        Assert.Equal(change, CounterArithmetic.Between(new(Noon, 1, null), new(Noon.AddSeconds(seconds), 9, null), width, Longest).Change);

    [Fact]
    public void A_rate_is_a_second() =>
        Assert.Equal(125_000, CounterArithmetic.Between(new(Noon, 0, null), new(Noon.AddMinutes(1), 7_500_000, null), CounterWidth.Bits64, Longest).PerSecond);

    [Fact]
    public void Whatever_was_counted_in_32_bits_is_found_again() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<uint>(), (start, counted) =>
        {
            var after = unchecked(start + counted);
            return CounterArithmetic.Between(new(Noon, start, null), new(Noon.AddSeconds(30), after, null), CounterWidth.Bits32, Longest).Increase == counted;
        }));

    [Fact]
    public void Steps_of_64_bits_add_up_to_the_whole() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<uint>(), (start, first, second) =>
        {
            CounterReading a = new(Noon, start, null), b = new(Noon.AddMinutes(1), a.Value + first, null), c = new(Noon.AddMinutes(2), b.Value + second, null);
            ulong Step(CounterReading from, CounterReading to) => CounterArithmetic.Between(from, to, CounterWidth.Bits64, Longest).Increase;
            return Step(a, b) + Step(b, c) == Step(a, c);
        }));
}
