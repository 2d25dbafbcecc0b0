using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Assets.House.Tests.Layout;

/// <summary>A library is used in the folder named here and nowhere else, so that another can take its place there.</summary>
public sealed class Libraries
{
    /// <summary>The namespace of the library and the folders that may use it; what stands in for another library has one.</summary>
    private static readonly (string Namespace, string[] Folders)[] Homes =
    [
        ("Quartz", ["src/Assets.Operations/Jobs/"]),
        ("DocumentFormat.OpenXml", ["src/Assets.Operations/Imports/"]),
        ("UglyToad.PdfPig", ["src/Assets.Export/Documents/"]),
        ("MailKit", ["src/Assets.Operations/Messages/"]),
        ("MimeKit", ["src/Assets.Operations/Messages/"]),
        ("YamlDotNet", ["src/Assets.Operations/Imports/"]),
        ("QRCoder", ["src/Assets.Export/Labels/"]),
        ("Npgsql", ["src/Assets.Data/", "tools/Assets.Migrations/"]),
        ("Microsoft.Data.Sqlite", ["src/Assets.Data/", "tools/Assets.Migrations/"]),
        ("System.CommandLine", ["tools/Assets.Cli/"]),
    ];

    [Fact]
    public void A_library_is_used_only_where_it_has_its_home() => Repository.AssertNone(
        from source in Repository.Sources
        where !source.File.StartsWith("tests/", StringComparison.Ordinal)
        from use in Uses(source)
        where !Homes.Single(home => home.Namespace == use.Library).Folders.Any(folder => source.File.StartsWith(folder, StringComparison.Ordinal))
        select $"{use.Place}: {use.Library} belongs in {string.Join(" or ", Homes.Single(home => home.Namespace == use.Library).Folders)}");

    [Theory]
    [InlineData("using Quartz;", "Quartz")]
    [InlineData("using Quartz.Spi;", "Quartz")]
    [InlineData("using static Quartz.JobKey;", "Quartz")]
    [InlineData("using Job = Quartz.IJob;", "Quartz")]
    [InlineData("class C { Quartz.IJob job; }", "Quartz")]
    [InlineData("class C { object P => DocumentFormat.OpenXml.OpenXmlWriter.Create(null); }", "DocumentFormat.OpenXml")]
    [InlineData("using Quartzite;", null)]
    [InlineData("namespace Assets.Operations.Quartz;", null)]
    public void A_use_is_found_however_it_is_written(string code, string? library) =>
        Assert.Equal(library, Uses(CSharpSource.Parse("C.cs", code)).Select(use => use.Library).Distinct(StringComparer.Ordinal).SingleOrDefault());

    private static IEnumerable<(string Library, string Place)> Uses(CSharpSource source) =>
        from node in source.Syntax.DescendantNodes()
        where node is NameSyntax or MemberAccessExpressionSyntax && node.Parent is not NameSyntax
        let name = node.ToString()
        from home in Homes
        where (name == home.Namespace && node.Parent is UsingDirectiveSyntax) || name.StartsWith(home.Namespace + ".", StringComparison.Ordinal)
        select (home.Namespace, source.Place(node));
}
