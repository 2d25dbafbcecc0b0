using Assets.Export.Labels;
using Xunit;

namespace Assets.Export.Tests.Labels;

public sealed class Code128Tests
{
    public static TheoryData<string, int[]> Known => new()
    {
        { "PJJ123C", [104, 48, 42, 42, 17, 18, 19, 35, 55, 106] },
        { "00112233", [105, 0, 11, 22, 33, (105 + 22 + 66 + 132) % 103, 106] },
        { "IT0000001", [104, 41, 52, 16, 99, 0, 0, 1, (104 + 41 + 104 + 48 + 396 + 7) % 103, 106] },
        { "12345A", [105, 12, 34, 100, 21, 33, (105 + 12 + 68 + 300 + 84 + 165) % 103, 106] },
        { "A1", [104, 33, 17, (104 + 33 + 34) % 103, 106] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_text_is_written_by_the_signs_of_the_standard_with_its_check_sign(string text, int[] values) => Assert.Equal(values, Code128.Values(text));

    [Fact]
    public void Each_sign_is_eleven_modules_wide_and_the_stop_sign_thirteen()
    {
        foreach (var text in new[] { "IT0000001", "åäö".Normalize(System.Text.NormalizationForm.FormD)[..1], "5CG3210ABC", "~!{}" })
        {
            var signs = Code128.Values(text).Count;
            Assert.Equal((signs * 11) + 2, Code128.Widths(text).Sum());
        }
    }

    [Theory]
    [InlineData("ÅB1")]
    [InlineData("")]
    [InlineData("A\tB")]
    public void What_the_code_has_no_signs_for_is_a_programmers_error_to_draw(string text)
    {
        Assert.False(Code128.CanDraw(text));
        Assert.Throws<ArgumentException>(() => Code128.Values(text));
    }
}
