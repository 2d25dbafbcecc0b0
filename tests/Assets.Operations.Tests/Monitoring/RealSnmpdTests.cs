using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

/// <summary>Debian's own agent, watched as any device of the register is.</summary>
public sealed class RealSnmpdTests
{
    private const string Daemon = "/usr/sbin/snmpd";

    [Theory]
    [OnBoth]
    public async Task A_real_agent_is_polled_stored_and_missed_when_it_is_gone(Engine engine)
    {
        Assert.SkipUnless(File.Exists(Daemon), $"Debian's snmpd is not installed ({Daemon})");
        using var test = TestInstallation.On(engine, ("Assets:SnmpTimeoutSeconds", "2"), ("Assets:SnmpRetries", "5"));
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(test.Folder, "snmpd.conf"), $"agentaddress udp:127.0.0.1:{port}\nrocommunity for-this-test 127.0.0.1\nsysName real-agent\n");
        using var daemon = Start(test.Folder);
        try
        {
            var keys = CommunityKeys.Open(test.Installation);
            Assert.True(RegisterDevice.Add(test.Installation, keys, new DeviceSettings("agent", null, "127.0.0.1", port, 2, "for-this-test")).IsDone);
            using var poll = new PollDevices(test.Installation, () => keys);
            Assert.Equal(1, (await poll.RunAsync()).Statistics.Ok);
            Assert.Equal("real-agent|1", Told(test.Database));
        }
        finally
        {
            daemon.Kill();
            await daemon.WaitForExitAsync();
        }
        test.Clock.Now += TimeSpan.FromMinutes(1);
        using var brief = new PollDevices(test.Installation with { Settings = new ConfigurationBuilder().AddInMemoryCollection([new("Assets:SnmpTimeoutSeconds", "0.2")]).Build() }, () => CommunityKeys.Open(test.Installation));
        Assert.Equal(1, (await brief.RunAsync()).Statistics.Failed);
        Assert.Equal("real-agent|2", Told(test.Database));
    }

    private static string? Told(Database database)
    {
        using var connection = database.Open();
        return Assert.Single(connection.Rows("select sys_name, status from devices where exists (select 1 from series where metric = 'ifHCInOctets')", r => $"{r.Text(0)}|{r.GetInt32(1)}"));
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Daemon, ["-f", "-Lf", "/dev/null", "-C", "-c", Path.Combine(folder, "snmpd.conf"), "-p", Path.Combine(folder, "pid")]);
        start.Environment["SNMP_PERSISTENT_DIR"] = folder;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }
}
