using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Assets.Data.Storage;
using Assets.Operations.Tests.Cli;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Demo;

/// <summary>The real program: the whole demo from nothing, cut off by force, and served.</summary>
public sealed class DemoVerbTests
{
    [Fact]
    public async Task A_demo_that_was_killed_half_way_is_loaded_by_the_next_start_and_served_until_interrupted()
    {
        using var folder = new TemporaryFolder();
        var database = Database.At("Data Source=demo.db;Pooling=False", folder.Path);
        foreach (var seconds in (double[])[0.5, 2, 4])
        {
            await CommandLine.KillAfterAsync(database, folder.Path, TimeSpan.FromSeconds(seconds), "demo");
            Assert.False(File.Exists(database.File), $"killed after {seconds} s, there is a database");
        }

        var loaded = await CommandLine.RunAsync(database, folder.Path, "demo");
        Assert.True(loaded.ExitCode == 0, loaded.Messages);
        Assert.Contains("is loaded", loaded.Messages, StringComparison.Ordinal);
        Assert.Matches("(?m)^  maria.ek +[a-z]{6}-[a-z]{6}-[a-z]{6}[0-9]{2} +manager", loaded.Messages);
        Assert.Equal(["demo.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));

        var again = await CommandLine.RunAsync(database, folder.Path, "demo");
        Assert.Equal((0, true), (again.ExitCode, again.Messages.Contains("is there already", StringComparison.Ordinal)));
        Assert.Equal(0, (await CommandLine.RunAsync(database, folder.Path, "verify")).ExitCode);
        AssertNetwork(database);
        await ServeAsync(database, folder.Path);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_of_in_one_line()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var served = await CommandLine.RunAsync(Database.At("Data Source=own.db;Pooling=False", folder.Path), folder.Path, "serve", "--urls", url);

        Assert.Equal(1, served.ExitCode);
        Assert.Contains($"Something already listens at {url}.", served.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", served.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("ftp://localhost:5080")]
    [InlineData("http://localhost:5080/assets")]
    public async Task An_address_that_is_none_is_wrong_usage(string url)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, (await CommandLine.RunAsync(Database.At("Data Source=own.db", folder.Path), folder.Path, "serve", "--urls", url)).ExitCode);
    }

    private static void AssertNetwork(Database database)
    {
        using var connection = database.Open();
        Assert.Equal(30, connection.Number("select count(*) from devices"));
        // Where another demo answers at the simulator's addresses, there is no past to look at.
        Assert.SkipWhen(connection.Number("select count(*) from samples") == 0, "another demo has the addresses of the simulated devices");
        Assert.Equal(29, connection.Number("select count(*) from devices where status = 1"));
        Assert.Equal(1, connection.Number("select count(*) from devices where status = 2"));
        Assert.Equal(30 + 1 + 2, connection.Number("select count(*) from status_changes"));
        Assert.Equal(0, connection.Number("select count(*) from devices d join assets a on a.id = d.asset_id where a.serial <> d.serial"));
    }

    private static async Task ServeAsync(Database database, string folder)
    {
        using var served = CommandLine.Start(database, folder, ["serve", "--demo", "--urls", "http://127.0.0.1:0"]);
        var output = served.StandardOutput.ReadToEndAsync();
        try
        {
            string? line;
            do line = await served.StandardError.ReadLineAsync();
            while (line?.StartsWith("Serving http://127.0.0.1:", StringComparison.Ordinal) == false);
            Assert.NotNull(line);
            using var http = new HttpClient { BaseAddress = new Uri(line.Split(' ')[1].TrimEnd('.')) };
            Assert.Equal("ok", (await http.GetStringAsync("/health")).Trim());

            using var kill = Process.Start("kill", ["-INT", $"{served.Id}"]);
            await kill.WaitForExitAsync();
            await served.StandardError.ReadToEndAsync();
            await served.WaitForExitAsync();
            Assert.Equal(0, served.ExitCode);
            await output;
        }
        finally
        {
            if (!served.HasExited) served.Kill();
        }
    }
}
