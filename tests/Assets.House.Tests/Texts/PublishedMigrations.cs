using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Assets.House.Tests.Texts;

/// <summary>
/// A migration that somebody's database has run is never altered. The list names each published one with the hash of its text
/// (line ends as LF); a release adds lines, and nothing takes one away.
/// </summary>
public sealed class PublishedMigrations
{
    private const string ListFile = "tests/Assets.House.Tests/Texts/published-migrations.txt";

    [Fact]
    public void A_published_migration_is_as_it_was_when_it_was_published() => Repository.AssertNone(Altered(
        Repository.Read(ListFile),
        file => Repository.Files.Contains(file) ? Repository.Read(file) : null));

    [Fact]
    public void A_line_of_the_list_is_never_taken_away()
    {
        var history = Repository.Git($"log --format=%H -- {ListFile}");
        Assert.SkipWhen(history is null, "there is no git history here to compare with");

        var now = Entries(Repository.Read(ListFile)).ToHashSet();
        Repository.AssertNone(
            from commit in history.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            from entry in Entries(Repository.Git($"show {commit}:{ListFile}") ?? "")
            where !now.Contains(entry)
            select $"{entry.File} was published in {commit[..10]} and is missing or has another hash now");
    }

    [Fact]
    public void An_altered_and_a_missing_migration_are_found()
    {
        const string first = "class First { }\n";
        var list = $"# a remark\n{Hash(first)}  M/1_First.cs\n{Hash("class Second { }\n")}  M/2_Second.cs\n{Hash("class Third { }")}  M/3_Third.cs\n";
        Dictionary<string, string> files = new(StringComparer.Ordinal) { ["M/1_First.cs"] = "class First { }\r\n", ["M/2_Second.cs"] = "class Second { int a; }\n" };

        Assert.Equal(["M/2_Second.cs has been altered since it was published", "M/3_Third.cs has been published and is missing"], Altered(list, files.GetValueOrDefault));
    }

    private static IEnumerable<string> Altered(string list, Func<string, string?> read) =>
        from entry in Entries(list)
        let text = read(entry.File)
        where text is null || Hash(text) != entry.Hash
        select text is null ? $"{entry.File} has been published and is missing" : $"{entry.File} has been altered since it was published";

    private static IEnumerable<(string Hash, string File)> Entries(string list) =>
        from line in list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where line[0] != '#'
        let parts = line.Split("  ", 2)
        select (parts[0], parts[1]);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))));
}
