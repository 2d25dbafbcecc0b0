using System.Text;
using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class KeysTests
{
    [Theory]
    [InlineData(" it00001\t", "IT00001")]
    [InlineData("", "")]
    [InlineData(" \u00A0\u3000", "")]
    [InlineData("a\u030A", "\u00C5")] // å of two characters
    [InlineData("\u212Bngstro\u0308m", "\u00C5NGSTR\u00D6M")] // the sign of the unit is the letter
    [InlineData("e\u0301\u0323", "\u1EB8\u0301")] // marks in their canonical order
    [InlineData("stra\u00DFe", "STRA\u00DFE")]
    [InlineData("\u0130stanbul", "\u0130STANBUL")]
    [InlineData("i\u0307", "I\u0307")]
    [InlineData("\u0131", "\u0131")] // without a dot, and no Turkish i
    [InlineData("\uFF49\uFF54\uFF10\uFF11", "\uFF29\uFF34\uFF10\uFF11")] // full width is another letter
    [InlineData("\uFB01", "\uFB01")]
    [InlineData("\u01C6", "\u01C4")]
    [InlineData("\u03C3\u03C2", "\u03A3\u03A3")]
    [InlineData("\u00FF\u00B5", "\u0178\u039C")]
    [InlineData("\u200Bx", "\u200BX")]
    public void A_key_is_folded(string text, string key) => Assert.Equal(key, Keys.Fold(text));

    [Fact]
    public void What_is_no_text_is_kept_as_it_is_and_does_not_throw()
    {
        foreach (var text in (string[])["x\uD800", "\uDC00x", "x\uFFFE", "\u00E5\uD800"]) Assert.Equal(text.ToUpperInvariant(), Keys.Fold(text));
        Assert.Equal("\U00010400", Keys.Fold("\U00010428"));
    }

    [Fact]
    public void Every_code_point_folds_as_composed_capitals()
    {
        for (var value = 0x80; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value) || value == 0xFFFE) continue;
            var text = $"a{new Rune(value)}\u0308b";
            if (Keys.Fold(text) != text.Normalize(NormalizationForm.FormC).ToUpperInvariant()) Assert.Fail($"U+{value:X4}");
        }
    }
}
