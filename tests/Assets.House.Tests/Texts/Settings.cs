using System.Text.RegularExpressions;
using Xunit;

namespace Assets.House.Tests.Texts;

/// <summary>Whoever runs an installation finds each setting in the documents.</summary>
public sealed partial class Settings
{
    [Fact]
    public void Each_setting_that_the_program_reads_stands_in_the_documents()
    {
        var read = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Setting().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var documents = string.Concat(Repository.Files.Where(file => file.StartsWith("docs/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)).Select(Repository.Read));

        Assert.True(read.Count > 10);
        Repository.AssertNone(read.Where(name => !documents.Contains(name, StringComparison.Ordinal)));
    }

    [GeneratedRegex("\"(?<name>Assets(:[A-Z][A-Za-z]+)+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Setting();
}
