using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class OutcomeTests
{
    [Fact]
    public void What_is_done_gives_its_value()
    {
        Outcome<string> outcome = "done";
        Assert.True(outcome.TryGet(out var value, out var refusal));
        Assert.Equal("done", value);
        Assert.Null(refusal);
        Assert.True(outcome.IsDone);
        Assert.Equal("done", outcome.Value);
        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public void What_is_refused_gives_its_reason_and_no_value()
    {
        Outcome<string> outcome = new Refusal("before_start", "2026-03-10");
        Assert.False(outcome.TryGet(out _, out var refusal));
        Assert.Equal("before_start", refusal!.Code);
        Assert.Equal(refusal, outcome.Refusal);
        Assert.Contains("before_start", Assert.Throws<InvalidOperationException>(() => outcome.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_that_nobody_decided_is_not_taken_for_a_refusal() =>
        Assert.Throws<InvalidOperationException>(() => default(Outcome<string>).TryGet(out _, out _));
}
