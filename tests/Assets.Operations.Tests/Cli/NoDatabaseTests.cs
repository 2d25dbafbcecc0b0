using Assets.Data.Storage;
using Assets.Operations.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

/// <summary>Where the settings lead to no database, or to a place that cannot be written.</summary>
public sealed class NoDatabaseTests
{
    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "a.backup")]
    [InlineData("export", "2026-05", "--out", "out")]
    [InlineData("explain", "2026-05:C00000001:rent:01")]
    [InlineData("charge", "2026-05")]
    [InlineData("import", "suppliers", "suppliers.csv", "--dry-run")]
    public async Task A_verb_that_reads_makes_no_database_and_says_which_one_it_looked_for(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var told = await CommandLine.RunAsync(Database.At("Data Source=nowhere/never.db", folder.Path), folder.Path, arguments);

        Assert.Equal(1, told.ExitCode);
        Assert.Contains($"There is no database of this program at {folder["nowhere/never.db"]}: so says Assets__Database in the environment (ASSETS_ROOT is {folder.Path})", told.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_restore_to_where_nothing_can_be_written_says_so_in_words()
    {
        using var at = TestInstallation.On(Engine.Sqlite);
        Directory.CreateDirectory(at.Installation.KeyRingFolder);
        await File.WriteAllTextAsync(Path.Combine(at.Installation.KeyRingFolder, "key-1.xml"), "x", TestContext.Current.CancellationToken);
        var backup = Path.Combine(at.Folder, "a.backup");
        Assert.True(BackUp.Run(at.Installation, backup, "right", _ => { }).TryGet(out _, out _));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["taken"], "a file where a folder is wanted", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["appsettings.json"], """{ "Assets": { "KeyRing": "taken/keys" } }""", TestContext.Current.CancellationToken);

        var told = await CommandLine.RunAsync(Database.At("Data Source=new.db", folder.Path), folder.Path, "restore", backup);

        Assert.Equal(1, told.ExitCode);
        Assert.DoesNotContain("a fault of the program", told.Messages, StringComparison.Ordinal);
        Assert.Contains("Check that the folder exists", told.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["new.db"]));
    }
}
