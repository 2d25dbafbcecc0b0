using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using System.Xml.Linq;
using Xunit;

namespace Assets.House.Tests.Layout;

/// <summary>Device → Snmp → sample → Data → snapshot → Core → statement → Export → file: who may know whom.</summary>
public sealed class Walls
{
    private static readonly Dictionary<string, string[]> Product = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Data"] = ["Core"],
        ["Snmp"] = [],
        ["Export"] = ["Core"],
        ["Operations"] = ["Core", "Data", "Export", "Snmp"],
        ["Web"] = ["Core", "Data", "Operations"],
    };

    public static TheoryData<string> ProductProjects => [.. Product.Keys];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void A_project_of_the_product_references_exactly_what_the_house_says(string name) =>
        Assert.Equal(Product[name].Select(other => $"Assets.{other}"), Find($"Assets.{name}").References);

    [Fact]
    public void The_tests_of_a_project_know_no_more_of_the_product_than_the_project_itself()
    {
        Repository.AssertNone(
            from name in Product.Keys
            let allowed = Product[name].Append(name).Select(other => $"Assets.{other}").Concat(["Assets.SnmpSim", "Assets.Seed", "Assets.Cli", "Assets.Migrations"])
            from reference in Find($"Assets.{name}.Tests").References.Except(allowed, StringComparer.Ordinal)
            select $"Assets.{name}.Tests must not reference {reference}");
    }

    [Fact]
    public void The_demo_the_simulator_and_the_migrations_tool_know_only_their_part()
    {
        Dictionary<string, string[]> tools = new(StringComparer.Ordinal)
        {
            ["Assets.SnmpSim"] = ["Assets.Snmp"],
            ["Assets.Seed"] = ["Assets.Core", "Assets.Data", "Assets.Operations"],
            ["Assets.Migrations"] = ["Assets.Core", "Assets.Data"],
        };

        Repository.AssertNone(
            from project in Project.All
            where tools.ContainsKey(project.Name)
            from reference in project.References.Except(tools[project.Name], StringComparer.Ordinal)
            select $"{project.Name} must not reference {reference}");
    }

    [Fact]
    public void Core_needs_no_package_and_the_SNMP_library_none_but_the_frameworks_own()
    {
        Assert.Empty(Find("Assets.Core").Packages);
        Assert.DoesNotContain(Find("Assets.Snmp").Packages, package => !package.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_database_context_is_internal_and_shown_to_its_operations_its_tests_and_the_migrations_tool()
    {
        Assert.Equal(["Assets.Data.Tests", "Assets.Migrations", "Assets.Operations", "Assets.Operations.Tests"], Find("Assets.Data").ShownTo);
        Repository.AssertNone(
            from source in Repository.Sources
            where source.File.StartsWith("src/Assets.Data/", StringComparison.Ordinal)
            from type in source.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
            where type.Identifier.Text is "AssetsDb" && type.Modifiers.Any(SyntaxKind.PublicKeyword)
            select $"{source.Place(type)}: AssetsDb is public");
    }

    [Theory]
    [InlineData("DisableTransitiveProjectReferences")]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("CheckForOverflowUnderflow")]
    [InlineData("RestorePackagesWithLockFile")]
    public void The_settings_that_hold_the_walls_are_on_for_every_project(string setting)
    {
        var values = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants(setting).Select(element => element.Value);

        Assert.Equal(["true"], values);
        Repository.AssertNone(Project.All.Where(project => Repository.Read(project.File).Contains($"<{setting}>", StringComparison.Ordinal)).Select(project => $"{project.File} sets {setting} for itself"));
    }

    [Fact]
    public void A_version_is_named_once_for_all_projects() => Repository.AssertNone(
        from project in Project.All
        from package in XDocument.Parse(Repository.Read(project.File)).Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
        select $"{project.File}: {package.Attribute("Include")?.Value} has a version of its own");

    private static Project Find(string name) => Assert.Single(Project.All, project => project.Name == name);
}
