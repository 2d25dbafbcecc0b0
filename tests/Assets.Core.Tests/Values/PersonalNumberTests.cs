using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class PersonalNumberTests
{
    [Theory]
    [InlineData("811228-9874")]
    [InlineData("8112289874")]
    [InlineData("811228+9874")]
    [InlineData("811228 9874")]
    [InlineData("198112289874")]
    [InlineData("19811228-9874")]
    [InlineData("anna.berg (811228-9874), rum 12")]
    [InlineData("811288-9871")] // a coordination number: day 28 + 60
    public void A_personal_identity_number_is_found(string text) => Assert.True(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna.berg")]
    [InlineData("811228-9875")] // wrong check digit
    [InlineData("811328-9873")] // no thirteenth month
    [InlineData("212099-0003")] // an organisation number
    [InlineData("811228-98745")]
    [InlineData("0811228-9874")]
    [InlineData("221981122898")] // no such century
    [InlineData("2026-11-22")]
    [InlineData("070-123 45 67")]
    [InlineData("Ring 0701010001")]
    [InlineData("811228-")]
    public void Any_other_text_is_not_one(string? text) => Assert.False(PersonalNumber.IsIn(text));
}
