using System.Text.RegularExpressions;
using Assets.Operations.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

public sealed partial class FaultCodesTests
{
    [Fact]
    public void Each_code_that_an_import_writes_is_listed_for_translation()
    {
        var written = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Assets.Operations", "Imports"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .SelectMany(text => Literal().Matches(text).Select(match => match.Groups["code"].Value).Concat(Lookup().Matches(text).Select(match => "unknown_" + match.Groups["what"].Value)))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(written.Count > 40);
        Assert.Empty(written.Except(ImportFaults.OfRows));
    }

    // A finding with its code, field and message, the pair of a code and a message, or the fault of a record.
    [GeneratedRegex("[(,] ?\"(?<code>[a-z_]+)\", (\"\\w*\"|[\\w.\\[\\]()]+)?(, )?(\\$?\"[A-Z“]|string\\.Create)|(Fault = |Count < Width \\? |: )\"(?<code>[a-z]+_[a-z_]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Literal();

    [GeneratedRegex("\\.Known\\([^;]*, \"(?<what>[a-z_]+)\"\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lookup();
}
