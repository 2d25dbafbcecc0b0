using Assets.Support;

namespace Assets.Export.Tests;

public sealed class FinishedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => Path.Combine(folder.Path, "below", "2026-05-all.xlsx");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_has_its_name_only_when_it_is_whole()
    {
        var outcome = FinishedFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            stream.Flush();
            Assert.False(File.Exists(Target));
            stream.Write(" whole"u8);
            return 7;
        });
        Assert.Equal(7, outcome);
        Assert.Equal("half whole", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void A_failure_leaves_the_earlier_file_and_nothing_else()
    {
        FinishedFile.Write(Target, stream => Put(stream, "earlier"));
        Assert.Throws<InvalidOperationException>(() => FinishedFile.Write(Target, stream => Put(stream, "later") > 0 ? throw new InvalidOperationException("no more rows") : 0));
        Assert.Equal("earlier", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void The_remains_of_a_killed_run_are_overwritten()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllText(Target + ".part", "what a killed run left behind, longer than what comes");
        FinishedFile.Write(Target, stream => Put(stream, "whole"));
        Assert.Equal("whole", File.ReadAllText(Target));
    }

    [Fact]
    public void Two_writers_of_one_file_do_not_mix_and_the_second_is_told()
    {
        FinishedFile.Write(Target, stream =>
        {
            Put(stream, "first");
            Assert.Throws<IOException>(() => FinishedFile.Write(Target, second => Put(second, "second")));
            return 0;
        });
        Assert.Equal("first", File.ReadAllText(Target));
    }

    private static int Put(Stream stream, string text)
    {
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return text.Length;
    }
}
