using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Wire;

public class ObjectIdTests
{
    [Theory]
    [InlineData("1.3.6.1.2.1.1.1.0", "2B06010201010100")]
    [InlineData("1.3.6.1.4.1.2680.1.2.7.3.2.0", "2B060104019478010207030200")] // X.690 style, arc above 127
    [InlineData("2.999.3", "883703")] // X.690 section 8.19.5
    [InlineData("0.0", "00")]
    [InlineData("1.0", "28")]
    [InlineData("2.47", "7F")]
    [InlineData("2.48", "8100")]
    [InlineData("2.100.3", "813403")]
    [InlineData("1.3.4294967295", "2B8FFFFFFF7F")]
    [InlineData("1.3.16383.16384", "2BFF7F818000")]
    public void Names_are_encoded_as_the_standard_has_them_and_come_back(string dotted, string hex)
    {
        var id = ObjectId.Parse(dotted);
        Assert.Equal(hex, Convert.ToHexString(id.Encoded));
        Assert.True(ObjectId.TryFromEncoded(Convert.FromHexString(hex), out var back));
        Assert.Equal(dotted, back.ToString());
        Assert.Equal(id, back);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("3.1")]
    [InlineData("1.40")]
    [InlineData("1.3.")]
    [InlineData("1..3")]
    [InlineData("1.3.4294967296")]
    [InlineData("1.3.-1")]
    [InlineData("1.3.x")]
    [InlineData("1.3. 6")]
    [InlineData("2.4294967295")]
    public void Text_that_is_no_name_is_refused(string dotted) => Assert.False(ObjectId.TryParse(dotted, out _));

    [Theory]
    [InlineData("")]
    [InlineData("2B86")] // unfinished arc
    [InlineData("2B8001")] // padded arc
    [InlineData("2B9080808000")] // 2^32
    [InlineData("2B818080808000")] // six octets
    public void Octets_that_are_no_name_are_refused(string hex) =>
        Assert.False(ObjectId.TryFromEncoded(Convert.FromHexString(hex), out _));

    [Fact]
    public void A_name_has_at_most_128_arcs()
    {
        var longest = string.Join('.', Enumerable.Repeat("1", 128));
        Assert.True(ObjectId.TryParse(longest, out var id));
        Assert.True(ObjectId.TryFromEncoded(id.Encoded, out _));
        Assert.False(ObjectId.TryParse(longest + ".1", out _));
        Assert.False(ObjectId.TryFromEncoded([.. id.Encoded, 1], out _));
    }

    [Fact]
    public void Names_sort_by_arcs_and_not_by_octets()
    {
        string[] inOrder =
        [
            "0.0", "0.1", "1.3", "1.3.0", "1.3.1", "1.3.1.0", "1.3.1.127", "1.3.1.128", "1.3.1.16383", "1.3.1.16384", "1.3.1.16384.1",
            "1.3.1.2097151", "1.3.1.2097152", "1.3.1.4294967295", "1.3.2", "2.47", "2.48", "2.999",
        ];
        for (var i = 0; i < inOrder.Length; i++)
        {
            for (var j = 0; j < inOrder.Length; j++)
                Assert.Equal(Math.Sign(i.CompareTo(j)), Math.Sign(ObjectId.Parse(inOrder[i]).CompareTo(ObjectId.Parse(inOrder[j]))));
        }
    }

    [Fact]
    public void Order_agrees_with_the_order_of_the_arcs_for_random_names()
    {
        var random = new Random(20260101);
        uint[] arcs = [0, 1, 2, 127, 128, 255, 16383, 16384, 2097151, 2097152, uint.MaxValue];
        for (var i = 0; i < 20_000; i++)
        {
            uint[] left = [.. random.GetItems(arcs, random.Next(1, 6))], right = [.. random.GetItems(arcs, random.Next(1, 6))];
            var expected = left.AsSpan().SequenceCompareTo(right);
            var root = ObjectId.Parse("1.3");
            Assert.Equal(Math.Sign(expected), Math.Sign(root.Append(left).CompareTo(root.Append(right))));
        }
    }

    [Fact]
    public void A_subtree_contains_itself_and_what_is_below_but_not_its_neighbour()
    {
        var root = ObjectId.Parse("1.3.6.1.2.1.2.2.1.1");
        Assert.True(root.Contains(root));
        Assert.True(root.Contains(root.Append(5)));
        Assert.False(root.Contains(ObjectId.Parse("1.3.6.1.2.1.2.2.1.10")));
        Assert.False(root.Contains(ObjectId.Parse("1.3.6.1.2.1.2.2.1")));
    }
}
