using System.Text.RegularExpressions;
using Assets.Support;
using Xunit;

namespace Assets.House.Tests.Texts;

/// <summary>The repository builds on any machine and against any mirror: no file names this machine or a package registry.</summary>
public sealed partial class Addresses
{
    [Fact]
    public void No_file_names_a_package_registry() => Repository.AssertNone(Lines().Where(line => Registry().IsMatch(line.Text)).Select(line => line.Place));

    [Fact]
    public void No_file_carries_a_path_of_somebodys_machine()
    {
        var parent = Path.GetDirectoryName(RepositoryRoot.Path);
        string[] here = [RepositoryRoot.Path + "/", .. parent is { Length: > 1 } ? [parent + "/"] : Array.Empty<string>()];

        Repository.AssertNone(Lines().Where(line => PersonalPath().IsMatch(line.Text) || here.Any(path => line.Text.Contains(path, StringComparison.Ordinal))).Select(line => line.Place));
    }

    [Fact]
    public void The_lock_file_of_npm_has_no_addresses()
    {
        var locked = Repository.Read("src/Assets.Web/package-lock.json");

        Assert.Contains("\"integrity\"", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", locked, StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_configures_where_packages_come_from() =>
        Assert.DoesNotContain(Repository.Files, file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("https://api.nu" + "get.org/v3/index.json", true)]
    [InlineData("https://registry.npm" + "js.org/htmx.org", true)]
    [InlineData("the package Npgsql from NuGet", false)]
    public void A_registry_is_told_by_its_host(string text, bool found) => Assert.Equal(found, Registry().IsMatch(text));

    [Theory]
    [InlineData("/ho" + "me/eva/assets", true)]
    [InlineData("file:///Us" + "ers/eva/x", true)]
    [InlineData("C:\\Us" + "ers\\eva", true)]
    [InlineData("https://example.org/home/page", false)]
    [InlineData("/var/lib/assets", false)]
    [InlineData("~/home/x", false)]
    public void A_personal_path_is_told_by_its_beginning(string text, bool found) => Assert.Equal(found, PersonalPath().IsMatch(text));

    private static IEnumerable<(string Place, string Text)> Lines() =>
        from file in Repository.Files
        where !IsBinary(file)
        from line in File.ReadLines(Repository.FullPath(file)).Select((text, index) => (Place: $"{file}:{index + 1}: {text[..Math.Min(text.Length, 200)]}", Text: text))
        select line;

    private static bool IsBinary(string file)
    {
        using var stream = File.OpenRead(Repository.FullPath(file));
        var start = new byte[8000];
        return start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).Contains((byte)0);
    }

    [GeneratedRegex(@"nuget\.org/(v3|api)|registry\.(npmjs|yarnpkg)\.|pkgs\.dev\.azure|crates\.io|pypi\.org", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w.~%-])(/(home|Users)/[\w.-]+|/root/[\w.-]+|[A-Z]:\\Users\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PersonalPath();
}
