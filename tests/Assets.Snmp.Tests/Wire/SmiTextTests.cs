using System.Net;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Wire;

public class SmiTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("506F72742031", "Port 1")]
    [InlineData("506F727400", "Port")] // trailing NUL of agents in C
    [InlineData("0000", "")]
    [InlineData("C3A5C3A4C3B6", "åäö")]
    [InlineData("E5E4F6", "0xe5e4f6")] // Latin-1 is not UTF-8
    [InlineData("610D0A0962", "a\r\n\tb")]
    [InlineData("001B2C", "0x001b2c")]
    [InlineData("6107", "0x6107")]
    [InlineData("E2808F", "0xe2808f")] // right-to-left mark
    [InlineData("C2A0", "0xc2a0")] // no-break space
    [InlineData("EDA080", "0xeda080")] // surrogate
    public void Octets_are_text_only_where_all_of_it_is_printable(string hex, string expected) =>
        Assert.Equal(expected, SmiText.Of(Convert.FromHexString(hex)));

    [Fact]
    public void Values_are_written_as_files_have_them()
    {
        Assert.Equal("-5", SmiValue.Integer(-5).ToString());
        Assert.Equal("4294967295", SmiValue.Counter32(uint.MaxValue).ToString());
        Assert.Equal("18446744073709551615", SmiValue.Counter64(ulong.MaxValue).ToString());
        Assert.Equal("8640000", SmiValue.TimeTicks(8_640_000).ToString());
        Assert.Equal("10.0.0.255", SmiValue.IpAddress(IPAddress.Parse("10.0.0.255")).ToString());
        Assert.Equal("1.3.6.1.4.1.9", SmiValue.Name(ObjectId.Parse("1.3.6.1.4.1.9")).ToString());
        Assert.Equal("", SmiValue.Null.ToString());
        Assert.Equal("EndOfMibView", SmiValue.EndOfMibView.ToString());
    }

    [Fact]
    public void Equal_numbers_of_different_types_are_different_values() =>
        Assert.NotEqual(SmiValue.Counter32(5), SmiValue.Gauge32(5));
}
