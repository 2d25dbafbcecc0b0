using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Style;

public sealed partial class Names
{
    /// <summary>Words that say nothing about the domain: what is called so becomes a drawer.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Base", "Common",
    };

    /// <summary>The glossary's systemförvaltare: a person with a role, no drawer.</summary>
    private const string InTheGlossary = "SystemManager";

    [Fact]
    public void Types_and_namespaces_are_named_after_the_domain() => Repository.AssertNone(Repository.Sources.SelectMany(EmptyNames));

    [Fact]
    public void Files_and_folders_are_named_after_the_domain() => Repository.AssertNone(
        from file in Repository.Files
        from part in file.Split('/')
        let name = part.Split('.')[0]
        where IsEmpty(name)
        select $"{file}: {name}");

    [Theory]
    [InlineData("AssetManager", true)]
    [InlineData("Manager", true)]
    [InlineData("DateUtils", true)]
    [InlineData("PageBase", true)]
    [InlineData("CommonRows", true)]
    [InlineData("HTTPHelper", true)]
    [InlineData("Database", false)]
    [InlineData("Baseline", false)]
    [InlineData("Utilisation", false)]
    [InlineData("Commonality", false)]
    [InlineData("SystemManagers", false)]
    [InlineData("NewSystemManager", false)]
    public void A_banned_word_is_found_only_as_a_whole_word(string name, bool offends) =>
        Assert.Equal(offends, EmptyNames(CSharpSource.Parse("C.cs", $"class {name} {{ }}")).Any());

    private static IEnumerable<string> EmptyNames(CSharpSource source)
    {
        foreach (var node in source.Syntax.DescendantNodes())
        {
            var name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                DelegateDeclarationSyntax type => type.Identifier.Text,
                BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                _ => "",
            };
            foreach (var part in name.Split('.').Where(IsEmpty)) yield return $"{source.Place(node)}: {part}";
        }
    }

    private static bool IsEmpty(string name) => Words().Matches(name.Replace(InTheGlossary, "-", StringComparison.Ordinal)).Any(word => Empty.Contains(word.Value));

    [GeneratedRegex("[A-ZÅÄÖ]+(?![a-zåäö])|[A-ZÅÄÖ]?[a-zåäö]+|[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
