using System.IO.Compression;
using System.Text;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

/// <summary>A zip from anybody: what is in it is counted as it comes, and no name in it is a place.</summary>
public sealed class DeviceTypeZipTests
{
    private const string Good = "manufacturer: Fabrikör\nmodel: VX 48\nslug: vx-48\nu_height: 1\n";

    [Theory]
    [OnBoth]
    public void Names_of_entries_are_no_paths_and_what_is_no_yaml_is_left(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var zip = Zip(at, ("../../outside.yaml", Good), ("/etc/inside.yml", Good.Replace("48", "24", StringComparison.Ordinal)), ("__MACOSX/._inside.yml", "junk"), ("image.png", "no picture"), ("folder/broken.yaml", "["));

        var outcome = at.ImportPath("device-types", zip);

        Assert.Equal((3, 2, 1), (outcome.Read, outcome.Created, outcome.Rejected));
        Assert.Equal(("yaml_invalid", "broken.yaml"), (outcome.First.Single().Code, outcome.First.Single().Field));
        Assert.False(File.Exists(Path.GetFullPath("../../outside.yaml", at.Folder)));
    }

    [Theory]
    [OnBoth]
    public void A_file_that_unpacks_to_much_more_is_rejected_alone_and_aliases_of_aliases_too(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var laughs = new StringBuilder(Good).Append("interfaces:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 7; level++) laughs.Append($"  - &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        var outcome = at.ImportPath("device-types", Zip(at, ("large.yaml", Good + "comments: " + new string('x', 1_100_000)), ("laughs.yaml", laughs.ToString()), ("good.yaml", Good)));

        Assert.Equal((3, 1, 2), (outcome.Read, outcome.Created, outcome.Rejected));
        Assert.All(outcome.First, finding => Assert.Equal("yaml_invalid", finding.Code));
    }

    [Theory]
    [OnBoth]
    public void A_file_of_another_encoding_is_named(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var path = Path.Combine(at.Folder, "old.yaml");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Good));

        var outcome = at.ImportPath("device-types", path);

        Assert.Equal((1, 0, 1), (outcome.Read, outcome.Created, outcome.Rejected));
        Assert.Equal(("wrong_encoding", "old.yaml"), (outcome.First.Single().Code, outcome.First.Single().Field));
        Assert.Contains("Windows-1252", outcome.First.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public void A_zip_of_too_many_or_of_none_or_that_is_damaged_is_refused_as_a_whole(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var many = Zip(at, [.. Enumerable.Range(0, 50_001).Select(number => ($"{number}.yaml", ""))]);
        Assert.Equal(ImportFaults.ZipTooMany, Refused(many));
        Assert.Equal(ImportFaults.NoYaml, Refused(Zip(at, ("readme.md", "x"))));
        var damaged = at.Write("damaged.zip", "PK\u0003\u0004 and then nothing that a zip has");
        Assert.Equal(ImportFaults.ZipDamaged, Refused(damaged));

        string Refused(string path) => Assert.Throws<ImportRefusedException>(() => at.ImportPath("device-types", path)).Code;
    }

    private static string Zip(TestInstallation at, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(at.Folder, $"{Guid.NewGuid():N}.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return path;
    }
}
