using System.Text;
using Assets.Core.Rentals;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Rentals;

public sealed class LineTextTests
{
    private const string Golden =
        "line\t1\tC00000042\n" +
        "seg\t2026-03-10\t2026-05-20\t200-14-011\t12040\tIT0000001\t\t1\n" +
        "capital\tcapital\tD\t12000.00\t0.00\t48\t2.5\t2026-03-10\n" +
        "flat\tsupport\t95.00\n" +
        "seg\t2026-06-01\t\t100-10\t\t\tArbetsplats åäö 😀\t12\n" +
        "flat\trent\t-0.05\n" +
        "once\t2026-05-20\tearly_return\t11500.00\t200-14-011\t12040\tIT0000001\n";

    private static readonly LineSnapshot Rich = new(
        "C00000042",
        [
            new Segment(
                new Period(Day("2026-03-10"), Day("2026-05-20")), "200-14-011", "12040", "IT0000001", "", 1,
                new Price([Pc(Method.D), new FlatComponent(Components.Support, Kr(95m))])),
            new Segment(new Period(Day("2026-06-01"), null), "100-10", "", null, "Arbetsplats åäö 😀", 12, Flat(-0.05m)),
        ],
        [new OneOff(Day("2026-05-20"), Components.EarlyReturn, Kr(11500m), "200-14-011", "12040", "IT0000001")]);

    [Fact]
    public void The_canonical_text_is_frozen()
    {
        Assert.Equal(Golden, LineText.ToText(Rich));
        Assert.Equal(Encoding.UTF8.GetBytes(Golden), LineText.ToBytes(Rich));
    }

    [Fact]
    public void An_imported_line_is_three_records() => Assert.Equal(
        "line\t1\tC1\nseg\t2022-05-01\t\tU1\t1000\tIT1\t\t1\nflat\trent\t285.98\n",
        LineText.ToText(Rent(285.98m, "2022-05-01")));

    [Fact]
    public void A_text_reads_back_as_the_line_it_was_written_from()
    {
        Assert.Equal(Rich, LineText.Parse(Golden));
        Assert.Equal(Rich, LineText.Parse(Encoding.UTF8.GetBytes(Golden)));
        var empty = new LineSnapshot("C1", [], []);
        Assert.Equal(empty, LineText.Parse(LineText.ToText(empty)));
    }

    [Fact]
    public void Any_line_comes_back_equal_and_its_text_comes_back_the_same() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), line =>
        {
            var text = LineText.ToText(line);
            var back = LineText.Parse(text);
            return back == line && LineText.ToText(back) == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_interest_is_written_alike()
    {
        var coarse = PcLine(Method.A);
        var fine = coarse with { Segments = [coarse.Segments[0] with { Price = new Price([Pc(Method.A) with { InterestPercent = 2.5000m }, new FlatComponent("support", Kr(95m))]) }] };
        Assert.Equal(coarse, fine);
        Assert.Equal(LineText.ToText(coarse), LineText.ToText(fine));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("line\t1\tC1")] // cut off
    [InlineData("line\t2\tC1\n")] // a version to come
    [InlineData("line\t1\t\n")]
    [InlineData("line\t1\tC1\textra\n")]
    [InlineData("line\t1\n")]
    [InlineData("line\t1\tC1\n\n")]
    [InlineData("line\t1\tC1\nline\t1\tC2\n")]
    [InlineData("line\t1\tC1\nflat\trent\t1.00\n")] // a price outside a segment
    [InlineData("line\t1\tC1\nseg\t2026-02-30\t\tU\tK\tA\t\t1\n")]
    [InlineData("line\t1\tC1\nseg\t2026-2-3\t\tU\tK\tA\t\t1\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t2026-03-10\tU\tK\tA\t\t1\n")] // no days
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\t\tK\tA\t\t1\n")] // no unit
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t0\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t01\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t-1\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nseg\t2026-04-10\t\tU\tK\tA\t\t1\n")] // overlap
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t1\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t1.0\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t01.00\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t-0.00\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t1,00\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t10000000000.00\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\trent\t1.00\nflat\trent\t2.00\n")] // one name twice
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\tloss_fee\t1.00\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\nflat\ta:b\t1.00\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\ncapital\tcapital\tE\t1.00\t0.00\t48\t2.5\t2026-03-10\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\ncapital\tcapital\tA\t1.00\t2.00\t48\t2.5\t2026-03-10\n")] // residual above price
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\ncapital\tcapital\tA\t1.00\t0.00\t0\t2.5\t2026-03-10\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\ncapital\tcapital\tA\t1.00\t0.00\t48\t-1\t2026-03-10\n")]
    [InlineData("line\t1\tC1\nseg\t2026-03-10\t\tU\tK\tA\t\t1\ncapital\tcapital\tA\t1.00\t0.00\t48\t2.5x\t2026-03-10\n")]
    [InlineData("line\t1\tC1\nonce\t2026-03-10\trent\t1.00\tU\tK\tA\n")] // not a one-off
    [InlineData("line\t1\tC1\nonce\t2026-03-10\tloss_fee\t1.00\tU\tK\tA\nonce\t2026-03-10\tloss_fee\t2.00\tU\tK\tA\n")]
    [InlineData("line\t1\tC1\nonce\t2026-03-10\tloss_fee\t1.00\tU\tK\tA\nonce\t2026-03-09\tloss_fee\t2.00\tU\tK\tA\n")]
    public void Nothing_but_the_canonical_form_is_read(string text) => Assert.Throws<FormatException>(() => LineText.Parse(text));

    [Fact]
    public void A_line_that_breaks_a_rule_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => LineText.ToText(Rent(1m, "2026-03-10") with { LineCode = "" }));
        Assert.Throws<ArgumentException>(() => LineText.ToText(Rent(1m, "2026-03-10") with { LineCode = "C\t1" }));
        Assert.Throws<ArgumentException>(() => LineText.ToText(Rent(1m, "2026-03-10", "2026-03-10")));
        var noTag = Rent(1m, "2026-03-10");
        Assert.Throws<ArgumentException>(() => LineText.ToText(noTag with { Segments = [noTag.Segments[0] with { AssetTag = "" }] }));
    }
}
