using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Style;

public sealed class Interfaces
{
    [Fact]
    public void No_interface_has_a_single_implementation() => Repository.AssertNone(Lonely(Repository.Sources));

    [Theory]
    [InlineData("interface IClock { } class A : IClock { }", 1)]
    [InlineData("interface IClock { }", 1)]
    [InlineData("interface IClock { } class A : IClock { } record B(int X) : IClock;", 0)]
    [InlineData("interface IClock<T> { } class A : IClock<int> { } struct B : System.IDisposable, IClock<long> { }", 0)]
    public void Implementations_are_counted_by_the_name_in_the_list_after_the_colon(string code, int expected) =>
        Assert.Equal(expected, Lonely([CSharpSource.Parse("C.cs", code)]).Count());

    private static IEnumerable<string> Lonely(IReadOnlyList<CSharpSource> sources)
    {
        var implemented = sources.SelectMany(source => source.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => type is not InterfaceDeclarationSyntax)
            .SelectMany(type => type.BaseList?.Types.Select(implementing => LastName(implementing.Type)) ?? [])
            .CountBy(name => name, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return from source in sources
               from seam in source.Syntax.DescendantNodes().OfType<InterfaceDeclarationSyntax>()
               let count = implemented.GetValueOrDefault(seam.Identifier.Text)
               where count < 2
               select $"{source.Place(seam)}: {seam.Identifier.Text} has {count} implementation";
    }

    private static string LastName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.Text,
        QualifiedNameSyntax name => name.Right.Identifier.Text,
        _ => type.ToString(),
    };
}
