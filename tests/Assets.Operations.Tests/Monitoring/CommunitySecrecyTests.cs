using System.Text;
using Assets.Data.Storage;
using Assets.Operations.Jobs;
using Assets.Operations.Monitoring;
using Assets.Operations.Tests.Jobs;
using Assets.SnmpSim.Fleet;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class CommunitySecrecyTests
{
    [Fact]
    public async Task A_community_stands_in_clear_in_no_file_log_or_text()
    {
        await using var network = await WatchedNetwork.StartAsync(Engine.Sqlite, [("Assets:PollSeconds", "1"), ("Assets:SnmpTimeoutSeconds", "0.5"), ("Assets:SnmpRetries", "0")], new DeviceOrder(DeviceKind.Switch, Ports: 2));
        network.Watch(new DeviceSettings("wrong", null, "127.0.0.1", 9, 1, WatchedNetwork.Community));
        string log;
        await using (var host = await RunningJobs.StartAsync(network.Installation))
        {
            await host.PassesAsync(2);
            log = host.Log;
        }
        Assert.NotEmpty(log);
        var settings = new DeviceSettings("x", null, "127.0.0.1", Community: WatchedNetwork.Community);
        Assert.True(network.Keys.TryOpen(network.Rows("select protected_community from devices")[0], out var opened));
        Assert.DoesNotContain("hush", $"{log} {settings} {opened}", StringComparison.Ordinal);

        var secret = Encoding.UTF8.GetBytes(WatchedNetwork.Community);
        var folder = Path.GetDirectoryName(network.Installation.Database.File)!;
        foreach (var file in Directory.EnumerateFiles(folder).Concat(Directory.EnumerateFiles(network.Installation.KeyRingFolder)))
            Assert.True(ReadShared(file).AsSpan().IndexOf(secret) < 0, $"{file} holds the community");
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
