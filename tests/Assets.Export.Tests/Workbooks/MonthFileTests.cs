using System.Text;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests.Workbooks;

public class MonthFileTests
{
    [Fact]
    public void Everyone_and_the_control_sheet_have_fixed_names()
    {
        Assert.Equal("2026-05-all.xlsx", MonthFile.All(SmallMonth.May, "xlsx"));
        Assert.Equal("2026-05-control.xlsx", MonthFile.Control(SmallMonth.May, "xlsx"));
    }

    [Theory]
    [InlineData("200-14", "2026-05-200-14.csv")]
    [InlineData("B06", "2026-05-B06.csv")]
    [InlineData("Ägarbolag_1.a", "2026-05-Ägarbolag_1.a.csv")]
    [InlineData("A/B", "2026-05-A_B~998d3ed8.csv")]
    [InlineData("..\\..", "2026-05-.._..~9f32d3d2.csv")]
    [InlineData("all", "2026-05-all~5ef5ef03.csv")]
    [InlineData("CONTROL", "2026-05-CONTROL~6fecf908.csv")]
    public void A_customers_file_carries_its_code_as_far_as_a_file_system_takes_it(string code, string name) =>
        Assert.Equal(name, MonthFile.Customer(SmallMonth.May, code, "csv"));

    [Fact]
    public void Codes_that_look_alike_when_mended_have_files_of_their_own()
    {
        string[] codes = ["a/b", "a:b", "a b", "a\nb", "a_b", "a\0b", new string('ö', 300), new string('ö', 301), "all", "control", "\uD800", ""];
        var names = codes.Select(code => MonthFile.Customer(SmallMonth.May, code, "xlsx")).ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, name => Assert.InRange(Encoding.UTF8.GetByteCount(name + ".part"), 1, 255));
        Assert.All(names, name => Assert.Equal(-1, name.IndexOfAny(Path.GetInvalidFileNameChars())));
    }
}
