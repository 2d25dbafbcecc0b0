using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Style;

/// <summary>What is left when a piece of work was not finished, or when an error was not dealt with.</summary>
public sealed partial class Leftovers
{
    private static readonly string[] Marked = [".cshtml", ".js", ".mjs", ".css", ".sh", ".csproj", ".props"];

    [Fact]
    public void No_comment_puts_work_off() => Repository.AssertNone(Repository.Sources.SelectMany(Postponed).Concat(
        from file in Repository.Files
        where Marked.Contains(Path.GetExtension(file)) && Marks().IsMatch(Repository.Read(file))
        select file));

    [Fact]
    public void Nothing_throws_that_it_is_not_implemented() => Repository.AssertNone(Repository.Sources.SelectMany(Stubs));

    [Fact]
    public void No_catch_swallows_an_error() => Repository.AssertNone(Repository.Sources.SelectMany(Swallowed));

    [Fact]
    public void A_warning_is_turned_off_only_with_a_reason_beside_it() => Repository.AssertNone(Repository.Sources.SelectMany(UnexplainedPragmas));

    [Theory]
    [InlineData("// TO" + "DO later", true)]
    [InlineData("/* FIX" + "ME */", true)]
    [InlineData("/// <summary>HA" + "CK</summary>", true)]
    [InlineData("// the todos of the customer", false)]
    public void A_mark_is_found_in_any_kind_of_comment(string comment, bool offends) =>
        Assert.Equal(offends, Postponed(CSharpSource.Parse("C.cs", $"{comment}\nclass C {{ }}")).Any());

    [Theory]
    [InlineData("catch { }", true)]
    [InlineData("catch (Exception) { /* never mind */ }", true)]
    [InlineData("catch (IOException) { }", true)]
    [InlineData("catch (OperationCanceledException) { /* stopping is what was asked for */ }", false)]
    [InlineData("catch (IOException fault) { log(fault); }", false)]
    public void An_empty_catch_needs_a_narrow_type_and_a_reason(string clause, bool offends) =>
        Assert.Equal(offends, Swallowed(CSharpSource.Parse("C.cs", $"class C {{ void M() {{ try {{ }} {clause} }} }}")).Any());

    [Theory]
    [InlineData("#pragma warning disable CA1000", true)]
    [InlineData("#pragma warning disable CA1000 // the framework asks for it", false)]
    [InlineData("#pragma warning restore CA1000", false)]
    public void A_pragma_without_a_reason_is_found(string pragma, bool offends) =>
        Assert.Equal(offends, UnexplainedPragmas(CSharpSource.Parse("C.cs", $"{pragma}\nclass C {{ }}\n")).Any());

    private static IEnumerable<string> Postponed(CSharpSource source) =>
        from trivia in source.Syntax.DescendantTrivia()
        where trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
        where Marks().IsMatch(trivia.ToFullString())
        select $"{source.File}: {trivia.ToFullString().Trim()}";

    private static IEnumerable<string> Stubs(CSharpSource source) =>
        from name in source.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
        where string.Equals(name.Identifier.Text, nameof(NotImplementedException), StringComparison.Ordinal) && name.Parent is ObjectCreationExpressionSyntax or QualifiedNameSyntax
        select source.Place(name);

    private static IEnumerable<string> Swallowed(CSharpSource source) =>
        from clause in source.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
        where clause.Block.Statements.Count == 0
        let broad = clause.Declaration is null or { Type: IdentifierNameSyntax { Identifier.Text: "Exception" } }
        let reason = clause.Block.DescendantTrivia().Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
        where broad || !reason
        select $"{source.Place(clause)}: an error is swallowed";

    private static IEnumerable<string> UnexplainedPragmas(CSharpSource source) =>
        from trivia in source.Syntax.DescendantTrivia(descendIntoTrivia: true)
        where trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)
        let pragma = trivia.ToFullString()
        where pragma.Contains("disable", StringComparison.Ordinal) && !pragma.Contains("//", StringComparison.Ordinal)
        select $"{source.File}: {pragma.Trim()}";

    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|HA" + "CK|XX" + "X)\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
