using Xunit;

namespace Assets.House.Tests.Layout;

public sealed class TopLevel
{
    private static readonly string[] Files =
    [
        "Assets.sln", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md", "appsettings.json", "global.json",
    ];

    private static readonly string[] Folders = ["docs", "src", "tests", "tools"];

    private static readonly string[] Projects = ["Core", "Data", "Export", "Operations", "Snmp", "Web"];

    [Fact]
    public void The_top_holds_what_the_house_names_and_nothing_else() =>
        Assert.Equal(
            Files.Concat(Folders).Order(StringComparer.Ordinal),
            Repository.Files.Select(file => file.Split('/')[0]).Where(name => name[0] != '.').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void The_product_is_six_projects() => Assert.Equal(Projects.Select(name => $"Assets.{name}"), FoldersIn("src"));

    [Fact]
    public void Each_project_has_its_tests_and_beside_them_stand_the_browser_the_house_and_shared_support() =>
        Assert.Equal(Projects.Append("Browser").Append("House").Select(name => $"Assets.{name}.Tests").Append("Support").Order(StringComparer.Ordinal), FoldersIn("tests"));

    [Fact]
    public void The_tools_are_the_named_ones()
    {
        string[] known = ["Assets.Benchmarks", "Assets.Cli", "Assets.Migrations", "Assets.Seed", "Assets.SnmpSim", "assets", "lib", "run", "test"];

        Assert.Empty(Children("tools").Except(known, StringComparer.Ordinal));
        Assert.All((string[])["tools/run", "tools/test", "tools/assets", ".ci/run"], script => Assert.True(
            OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.FullPath(script)).HasFlag(UnixFileMode.UserExecute), $"{script} cannot be run"));
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = Repository.Read("Assets.sln").Replace('\\', '/');

        Repository.AssertNone(Repository.Files
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains($"\"{file}\"", StringComparison.Ordinal))
            .Select(file => $"{file} is not in Assets.sln"));
    }

    [Fact]
    public void Each_project_has_its_lock_file() => Repository.AssertNone(
        from project in Repository.Files
        where project.EndsWith(".csproj", StringComparison.Ordinal)
        let locked = $"{Path.GetDirectoryName(project)}/packages.lock.json"
        where !Repository.Files.Contains(locked)
        select $"{locked} is missing");

    private static IEnumerable<string> FoldersIn(string folder) => Children(folder).Where(name => Directory.Exists(Repository.FullPath($"{folder}/{name}")));

    private static IEnumerable<string> Children(string folder) =>
        Repository.Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)).Select(file => file.Split('/')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
