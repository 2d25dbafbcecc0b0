using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Wire;

public class BerReaderTests
{
    [Theory]
    [InlineData("020100", 0)]
    [InlineData("02017F", 127)]
    [InlineData("02020080", 128)]
    [InlineData("020180", -128)]
    [InlineData("0202FF7F", -129)]
    [InlineData("02047FFFFFFF", int.MaxValue)]
    [InlineData("020480000000", int.MinValue)]
    [InlineData("0208000000000000002A", 42)]
    [InlineData("02810105", 5)]
    [InlineData("0284000000022710", 10000)]
    public void Integers_are_read_in_any_allowed_length(string hex, int expected)
    {
        var reader = new BerReader(Convert.FromHexString(hex));
        Assert.True(reader.TryReadInt32(out var value));
        Assert.Equal(expected, value);
        Assert.True(reader.AtEnd);
        Assert.Equal(DecodeError.None, reader.Error);
    }

    [Theory]
    [InlineData("", DecodeError.Truncated)]
    [InlineData("02", DecodeError.Truncated)]
    [InlineData("020201", DecodeError.Truncated)]
    [InlineData("0282", DecodeError.Truncated)]
    [InlineData("028200", DecodeError.Truncated)]
    [InlineData("0200", DecodeError.EmptyNumber)]
    [InlineData("0280010000", DecodeError.IndefiniteLength)]
    [InlineData("0285000000000105", DecodeError.LengthTooLong)]
    [InlineData("0284FFFFFFFF05", DecodeError.LengthTooLong)]
    [InlineData("02847FFFFFFF05", DecodeError.Truncated)]
    [InlineData("040105", DecodeError.UnexpectedTag)]
    [InlineData("02050100000000", DecodeError.NumberOutOfRange)]
    [InlineData("0209000000000000000001", DecodeError.NumberOutOfRange)]
    public void A_bad_integer_gives_its_kind_of_fault(string hex, DecodeError expected)
    {
        var reader = new BerReader(Convert.FromHexString(hex));
        Assert.False(reader.TryReadInt32(out _));
        Assert.Equal(expected, reader.Error);
    }

    [Theory]
    [InlineData("00", 0UL)]
    [InlineData("00FFFFFFFF", 4294967295UL)]
    [InlineData("FFFFFFFF", 4294967295UL)] // sent without the leading zero by agents in use
    [InlineData("0000000005", 5UL)]
    public void Counter32_is_unsigned_with_or_without_leading_zero(string hex, ulong expected)
    {
        Assert.Equal(DecodeError.None, BerReader.Unsigned32(Convert.FromHexString(hex), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("00FFFFFFFFFFFFFFFF", ulong.MaxValue)]
    [InlineData("FFFFFFFFFFFFFFFF", ulong.MaxValue)]
    [InlineData("7FFFFFFFFFFFFFFF", (ulong)long.MaxValue)]
    [InlineData("01", 1UL)]
    public void Counter64_takes_up_to_nine_octets(string hex, ulong expected)
    {
        Assert.Equal(DecodeError.None, BerReader.Unsigned64(Convert.FromHexString(hex), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("01FFFFFFFF", DecodeError.NumberOutOfRange)]
    [InlineData("", DecodeError.EmptyNumber)]
    public void Counter32_beyond_its_range_is_a_fault(string hex, DecodeError expected) =>
        Assert.Equal(expected, BerReader.Unsigned32(Convert.FromHexString(hex), out _));

    [Theory]
    [InlineData("01FFFFFFFFFFFFFFFF", DecodeError.NumberOutOfRange)]
    [InlineData("00", DecodeError.None)]
    [InlineData("", DecodeError.EmptyNumber)]
    public void Counter64_beyond_its_range_is_a_fault(string hex, DecodeError expected) =>
        Assert.Equal(expected, BerReader.Unsigned64(Convert.FromHexString(hex), out _));
}
