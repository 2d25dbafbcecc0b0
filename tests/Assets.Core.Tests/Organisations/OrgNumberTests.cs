using Assets.Core.Organisations;

namespace Assets.Core.Tests.Organisations;

public sealed class OrgNumberTests
{
    [Theory]
    [InlineData("212099-1001")]
    [InlineData("2120991001")]
    [InlineData(" 212099-1001 ")]
    public void With_or_without_dash_it_is_one_number(string text)
    {
        Assert.True(OrgNumber.TryParse(text, out var number));
        Assert.Equal("212099-1001", number.ToString());
        Assert.Equal("2120991001", number.Digits);
        Assert.Equal("SE212099100101", number.VatNumber);
        Assert.True(OrgNumber.TryParse("2120991001", out var same));
        Assert.Equal(number, same);
    }

    [Theory]
    [InlineData("559900-0014")]
    [InlineData("559900-0022")]
    [InlineData("212099-3007")]
    [InlineData("002000-0006")] // zeros in front are digits like others
    public void A_number_whose_check_digit_agrees_is_taken(string text)
    {
        Assert.True(OrgNumber.TryParse(text, out var number));
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("212099-1002")] // check digit
    [InlineData("121212-1212")] // a person: the third digit is below 2
    [InlineData("811218-9876")]
    [InlineData("21209-91001")]
    [InlineData("212099 1001")]
    [InlineData("212099–1001")] // a typographic dash
    [InlineData("16212099-1001")]
    [InlineData("212099-100")]
    [InlineData("212099-100a")]
    [InlineData("٢١٢٠٩٩-١٠٠١")] // digits, but not these
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text) => Assert.False(OrgNumber.TryParse(text, out _));

    [Fact]
    public void Exactly_one_of_ten_check_digits_agrees()
    {
        for (var head = 559900001; head < 559900201; head++)
            Assert.Single(Enumerable.Range(0, 10), check => OrgNumber.TryParse($"{head}{check}", out _));
    }
}
