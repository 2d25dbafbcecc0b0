using Assets.Core.Inventory;

namespace Assets.Core.Tests.Inventory;

public class HardwareAddressTests
{
    [Theory]
    [InlineData("00:1B:2C:03:04:05")]
    [InlineData("00-1b-2c-03-04-05")]
    [InlineData("001b.2c03.0405")]
    [InlineData("001B2C-030405")]
    [InlineData("001b2c030405")]
    [InlineData(" 0x001B2C030405 ")]
    [InlineData("00 1b 2c 03 04 05")]
    [InlineData("0:1b:2c:3:4:5")]
    public void However_it_is_written_it_is_the_same_twelve_digits(string text) => Assert.Equal("001b2c030405", HardwareAddress.Digits(text));

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("10.20.0.3")]
    [InlineData("00:1B:2C:03:04")]
    [InlineData("00:1B:2C:03:04:0G")]
    [InlineData("IT0000000012")]
    [InlineData("001b2c0304050607")]
    [InlineData("٠٠1b2c030405")]
    public void What_is_no_address_gives_none(string text) => Assert.Null(HardwareAddress.Digits(text));
}
