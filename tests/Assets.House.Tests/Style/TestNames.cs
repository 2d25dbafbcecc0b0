using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Style;

public sealed partial class TestNames
{
    [Fact]
    public void The_name_of_a_test_is_a_sentence() => Repository.AssertNone(
        Repository.Sources.SelectMany(source => Tests(source).Where(test => !Sentence().IsMatch(test.Identifier.Text)).Select(test => $"{source.Place(test)}: {test.Identifier.Text}")));

    [Fact]
    public void A_test_is_skipped_at_run_time_with_a_reason_and_never_by_its_attribute() => Repository.AssertNone(Repository.Sources.SelectMany(SilentSkips));

    [Fact]
    public void No_test_asserts_what_cannot_fail() => Repository.AssertNone(Repository.Sources.SelectMany(EmptyAsserts));

    [Theory]
    [InlineData("Return_on_the_first_is_not_charged_for_that_day", true)]
    [InlineData("A_1_048_576th_row_goes_on_the_next_sheet", true)]
    [InlineData("TestReturn", false)]
    [InlineData("Return", false)]
    [InlineData("return_is_charged", false)]
    public void A_sentence_begins_with_a_capital_and_has_words_between_underscores(string name, bool accepted) => Assert.Equal(accepted, Sentence().IsMatch(name));

    [Fact]
    public void An_attribute_that_skips_and_an_assert_of_a_constant_are_found()
    {
        var source = CSharpSource.Parse("C.cs", "class C { [Fact(Skip = \"x\")] void A_b() => Assert.True(true); [Fact] void C_d() => Assert.True(1 > 2, \"text\"); }");

        Assert.Single(SilentSkips(source));
        Assert.Single(EmptyAsserts(source));
    }

    private static IEnumerable<MethodDeclarationSyntax> Tests(CSharpSource source) =>
        source.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => Attributes(method).Any());

    private static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute.Name.ToString() is "Fact" or "Theory" or "Property");

    private static IEnumerable<string> SilentSkips(CSharpSource source) =>
        from test in Tests(source)
        where Attributes(test).Any(attribute => attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.Text is "Skip") is true)
        select $"{source.Place(test)}: {test.Identifier.Text} is switched off";

    private static IEnumerable<string> EmptyAsserts(CSharpSource source) =>
        from call in source.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression.ToString() is "Assert.True" or "Assert.False"
        where call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } condition && (condition.IsKind(SyntaxKind.TrueLiteralExpression) || condition.IsKind(SyntaxKind.FalseLiteralExpression))
        select $"{source.Place(call)}: {call}";

    [GeneratedRegex("^[A-ZÅÄÖ][A-Za-zÅÄÖåäö0-9]*(_[A-Za-zÅÄÖåäö0-9]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
