using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Style;

public sealed class Calls
{
    [Fact]
    public void The_time_comes_from_a_TimeProvider() => Repository.AssertNone(Repository.Sources.SelectMany(Clocks));

    [Fact]
    public void The_product_never_sleeps_on_a_thread() => Repository.AssertNone(
        Repository.Sources.Where(source => !source.File.StartsWith("tests/", StringComparison.Ordinal)).SelectMany(Sleeps));

    [Theory]
    [InlineData("DateTime.Now", true)]
    [InlineData("System.DateTime.UtcNow", true)]
    [InlineData("DateTime.Today", true)]
    [InlineData("DateTimeOffset.UtcNow", true)]
    [InlineData("clock.GetUtcNow()", false)]
    [InlineData("row.Today", false)]
    public void A_clock_is_found_however_it_is_written(string expression, bool offends) =>
        Assert.Equal(offends, Clocks(CSharpSource.Parse("C.cs", $"class C {{ object P => {expression}; }}")).Any());

    [Theory]
    [InlineData("Thread.Sleep(1)", true)]
    [InlineData("System.Threading.Thread.Sleep(1)", true)]
    [InlineData("Task.Delay(1)", false)]
    public void A_sleep_is_found_however_it_is_written(string call, bool offends) =>
        Assert.Equal(offends, Sleeps(CSharpSource.Parse("C.cs", $"class C {{ void M() {{ {call}; }} }}")).Any());

    private static IEnumerable<string> Clocks(CSharpSource source) => Members(source, ["DateTime", "DateTimeOffset"], ["Now", "UtcNow", "Today"]);

    private static IEnumerable<string> Sleeps(CSharpSource source) => Members(source, ["Thread"], ["Sleep"]);

    private static IEnumerable<string> Members(CSharpSource source, string[] types, string[] members) =>
        from access in source.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where members.Contains(access.Name.Identifier.Text) && types.Contains(LastName(access.Expression))
        select $"{source.Place(access)}: {access}";

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        _ => "",
    };
}
