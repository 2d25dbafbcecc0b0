using System.Text;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Assets.Core.Tests.Values;

public sealed class CodePointOrderTests
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "aa")]
    [InlineData("B", "a")]
    [InlineData("Z", "Å")]
    [InlineData("～", "😀")] // U+FF5E before U+1F600, which UTF-16 units would turn round
    [InlineData("", "a")]
    [InlineData(null, "")]
    public void The_first_comes_before_the_second(string? first, string? second)
    {
        Assert.True(CodePointOrder.Instance.Compare(first, second) < 0);
        Assert.True(CodePointOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, CodePointOrder.Instance.Compare(first, first));
    }

    [Fact]
    public void It_is_the_order_of_the_UTF_8_bytes()
    {
        var letter = Gen.Elements("a", "b", "Z", "å", "\u07ff", "\ud7ff", "\ue000", "～", "\uffff", "😀", "\U0010ffff", "-");
        var word = Gen.ListOf(letter).Select(string.Concat);
        Prop.ForAll(Arb.From(word), Arb.From(word), (a, b) =>
        {
            var bytes = Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
            return Math.Sign(CodePointOrder.Instance.Compare(a, b)) == Math.Sign(bytes);
        }).QuickCheckThrowOnFailure();
    }
}
