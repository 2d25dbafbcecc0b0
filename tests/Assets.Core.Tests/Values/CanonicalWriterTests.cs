using System.Text;
using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class CanonicalWriterTests
{
    [Fact]
    public void Each_kind_of_field_has_one_form()
    {
        var writer = new CanonicalWriter();
        writer.Record("word"u8);
        writer.Field("Åäö 😀");
        writer.Field((string?)null);
        writer.Field(new DateOnly(987, 6, 5));
        writer.Field((DateOnly?)null);
        writer.Field(new BillingMonth(2026, 5));
        writer.Field((BillingMonth?)null);
        writer.Field(Money.FromOre(-5));
        writer.Field(Money.FromOre(long.MinValue));
        writer.Field(long.MinValue);
        writer.Field(0);
        writer.Rate(2.50m);
        writer.Rate(0.000m);
        writer.End();
        Assert.Equal(
            "word\tÅäö 😀\t\t0987-06-05\t\t2026-05\t\t-0.05\t-92233720368547758.08\t-9223372036854775808\t0\t2.5\t0\n",
            Encoding.UTF8.GetString(writer.Written));
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\n")]
    [InlineData("\r")]
    [InlineData("\0")]
    [InlineData("\u0085")] // a line end to some readers
    [InlineData("\u007f")]
    public void What_could_blur_the_fields_is_refused(string text) =>
        Assert.ThrowsAny<ArgumentException>(() => new CanonicalWriter().Field(text));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new CanonicalWriter().Field("a" + (char)0xD83D)); // an attribute cannot hold it

    [Fact]
    public void A_rate_of_eleven_decimals_is_refused() => Assert.Throws<ArgumentException>(() => new CanonicalWriter().Rate(0.00000000001m));

    [Fact]
    public void Clearing_begins_again_and_long_texts_make_room()
    {
        var writer = new CanonicalWriter();
        writer.Field(new string('x', 5000));
        Assert.Equal(5001, writer.Length);
        writer.Clear();
        writer.Field("y");
        Assert.Equal("\ty", Encoding.UTF8.GetString(writer.Written));
    }
}
