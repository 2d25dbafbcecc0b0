using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equal_elements_in_the_same_order_make_equal_lists()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = [string.Concat("", "a"), "b"];
        EquatableArray<string> other = ["b", "a"];
        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.False(one.Equals((EquatableArray<string>)["a"]));
        Assert.False(one.Equals((object)"ab"));
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        EquatableArray<string> none = default;
        Assert.True(none.IsEmpty);
        Assert.Empty(none);
        Assert.True(none == (EquatableArray<string>)[]);
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void The_list_does_not_change_with_the_array_it_was_made_of()
    {
        string[] source = ["a"];
        EquatableArray<string> list = [.. source];
        source[0] = "changed";
        Assert.Equal("a", list[0]);
        Assert.Equal("[a]", list.ToString());
    }
}
