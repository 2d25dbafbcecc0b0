using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

public sealed class CommandReferenceTests
{
    [Fact]
    public async Task The_page_of_commands_says_what_the_verbs_say_of_themselves()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(RepositoryRoot.Path, "docs", "commands.md");

        var told = await CommandLine.RunAsync(Database.At("Data Source=never.db", folder.Path), folder.Path, "commands");

        if (Environment.GetEnvironmentVariable("ASSETS_ACCEPT_GOLDEN") == "1") await File.WriteAllTextAsync(page, told.Output, TestContext.Current.CancellationToken);
        Assert.Equal(0, told.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), told.Output);
    }
}
