using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Style;

public sealed class Lengths
{
    private const int LongestFile = 400;
    private const int LongestMethod = 70;

    private static readonly string[] Written = [".cs", ".cshtml", ".js", ".mjs", ".css", ".sh"];

    [Fact]
    public void No_file_has_more_than_400_lines() => Repository.AssertNone(
        from file in Repository.Files
        where Written.Contains(Path.GetExtension(file)) && !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal)
        let lines = File.ReadLines(Repository.FullPath(file)).Count()
        where lines > LongestFile
        select $"{file} has {lines} lines");

    [Fact]
    public void No_method_has_more_than_70_lines() => Repository.AssertNone(Repository.Sources.SelectMany(LongMethods));

    [Theory]
    [InlineData(68, 0)]
    [InlineData(69, 1)]
    public void A_method_is_counted_from_its_signature_to_its_last_brace(int statements, int expected)
    {
        var body = string.Concat(Enumerable.Repeat("a++;\n", statements));
        var method = $"class C {{\n/// <summary>Not counted.</summary>\nint M(int a) {{\n{body}return a; }}\n}}";

        Assert.Equal(expected, LongMethods(CSharpSource.Parse("C.cs", method)).Count());
        Assert.Equal(expected, LongMethods(CSharpSource.Parse("C.cs", $"class C {{ int P {{ get {{ int a = 0;\n{body}return a; }} }} }}")).Count());
    }

    [Fact]
    public void A_program_of_top_level_statements_counts_as_one_method() =>
        Assert.Single(LongMethods(CSharpSource.Parse("Program.cs", string.Concat(Enumerable.Repeat("System.Console.WriteLine();\n", 71)))));

    private static IEnumerable<string> LongMethods(CSharpSource source)
    {
        var methods = source.Syntax.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
            .Select(node => (First: node, Lines: LinesOf(node, node)));
        var statements = source.Syntax.ChildNodes().OfType<GlobalStatementSyntax>().ToList();
        if (statements.Count > 0) methods = methods.Append((statements[0], LinesOf(statements[0], statements[^1])));
        return methods.Where(method => method.Lines > LongestMethod).Select(method => $"{source.Place(method.First)}: a method of {method.Lines} lines");
    }

    private static int LinesOf(SyntaxNode first, SyntaxNode last) =>
        last.GetLocation().GetLineSpan().EndLinePosition.Line - first.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
