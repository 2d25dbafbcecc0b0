using System.Net;
using System.Text.Json;
using Assets.Data.Storage;
using Assets.Operations.Tests.Monitoring;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

public sealed class PollVerbTests
{
    private const string Header = "address,port,version,community,profile\n";

    [Fact]
    public async Task Targets_of_a_file_are_polled_without_a_database()
    {
        using var folder = new TemporaryFolder();
        await using var fleet = await SimulatedFleet.StartAsync(new FleetSettings { Orders = [new(DeviceKind.Switch), new(DeviceKind.Switch)], BaseAddress = IPAddress.Loopback, ByPort = true, Port = 0 });
        await File.WriteAllTextAsync(folder["t.csv"], Header + string.Concat(fleet.Devices.Select(d => $"127.0.0.1,{d.Port},2c,public,if-basic\n")));
        var database = Database.At("Data Source=never.db", folder.Path);

        var polled = await CommandLine.RunAsync(database, folder.Path, "poll", "--once", "--targets", folder["t.csv"], "--no-store", "--csv", folder["out.csv"], "--stats", "--cycles", "2");

        Assert.Equal((0, 0), (polled.ExitCode, Directory.GetFiles(folder.Path, "never.db*").Length));
        using var stats = JsonDocument.Parse(polled.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(["ok", "failed", "varbinds", "requests", "wall_s", "cpu_s", "start_cpu_s", "rss_mb"], stats.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal((4, 0, 964), (Number(stats, "ok"), Number(stats, "failed"), Number(stats, "varbinds")));
        Assert.Equal(965, (await File.ReadAllLinesAsync(folder["out.csv"])).Length);
    }

    [Theory]
    [InlineData("127.0.0.1,PORT,2c,public,if-basic\n", 0)]
    [InlineData("127.0.0.1,PORT,2c,public,if-basic\n127.0.0.1,PORT,3,public,if-basic\n", 3)] // a rejected row
    [InlineData("127.0.0.1,PORT,2c,public,if-basic\n127.0.0.1,PORT,2c,s3cret,if-basic\n", 0)] // one that is silent is what polling is there to find
    [InlineData("127.0.0.1,PORT,2c,s3cret,if-basic\n", 1)] // nobody answers
    public async Task The_exit_code_tells_whether_anybody_answered_and_whether_a_row_was_rejected(string rows, int exitCode)
    {
        using var folder = new TemporaryFolder();
        await using var fleet = await SimulatedFleet.StartAsync(new FleetSettings { Orders = [new(DeviceKind.Ups)], BaseAddress = IPAddress.Loopback, ByPort = true, Port = 0 });
        await File.WriteAllTextAsync(folder["t.csv"], Header + rows.Replace("PORT", $"{fleet.Devices[0].Port}", StringComparison.Ordinal));
        var polled = await CommandLine.RunAsync(Database.At("Data Source=never.db", folder.Path), folder.Path, "poll", "--once", "--targets", folder["t.csv"], "--no-store");
        Assert.True(exitCode == polled.ExitCode, polled.Messages);
        Assert.DoesNotContain("s3cret", polled.Output + polled.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public async Task Targets_that_are_devices_of_the_register_are_stored(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Switch, Ports: 2), new DeviceOrder(DeviceKind.Switch, Ports: 2));
        using (var connection = network.Installation.Database.Open()) connection.Execute("update devices set address = 'elsewhere' where id = 2");
        var file = network.Test.Write("t.csv", Header + string.Concat(network.Devices.Select(d => $"{d.Address},{d.Port},2c,{WatchedNetwork.Community},if-basic\n")));

        var polled = await CommandLine.RunAsync(network.Installation.Database, network.Test.Folder, "poll", "--once", "--targets", file);

        Assert.True(polled.ExitCode == 0, polled.Messages);
        Assert.Contains("1 are no device of the register", polled.Messages, StringComparison.Ordinal);
        Assert.Equal(["1|11", "0|0"], network.Rows("select d.status, (select count(*) from series where device_id = d.id) from devices d order by id"));
    }

    [Theory]
    [OnBoth]
    public async Task A_look_round_comes_as_json_too(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Router, "SN-9", "rt-9"));
        var found = await CommandLine.RunAsync(
            network.Installation.Database, network.Test.Folder, "discover", $"{network.Devices[0].Address}/32", "--port", $"{network.Devices[0].Port}", "--community", "x", WatchedNetwork.Community, "--json");
        Assert.True(found.ExitCode == 0, found.Messages);
        using var json = JsonDocument.Parse(found.Output);
        var device = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("rt-9", "SN-9", "none", 2), (device.GetProperty("sys_name").GetString(), device.GetProperty("serial").GetString(), device.GetProperty("certainty").GetString(), device.GetProperty("community").GetInt32()));
        Assert.DoesNotContain("hush", found.Output + found.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poll")] // --once is missing
    [InlineData("poll", "--once", "--cycles", "0")]
    [InlineData("discover", "10.0.0.0/8")]
    [InlineData("discover", "10.0.0.0/24", "--port", "0")]
    public async Task Wrong_usage_is_told(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var told = await CommandLine.RunAsync(Database.At("Data Source=never.db", folder.Path), folder.Path, arguments);
        Assert.Equal(2, told.ExitCode);
        Assert.NotEmpty(told.Messages);
    }

    private static int Number(JsonDocument stats, string name) => stats.RootElement.GetProperty(name).GetInt32();
}
