using System.Globalization;
using System.Net;
using System.Text;
using Assets.Operations.Monitoring;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class ReadingsFileTests
{
    [Fact]
    public async Task A_reading_is_a_line_and_its_value_is_as_the_device_said_it()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder["odd.snmprec"],
            """
            1.3.6.1.2.1.1.1.0|4|=HYPERLINK("http://x"), quoted
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473.1
            1.3.6.1.2.1.1.3.0|67|4294967295
            1.3.6.1.2.1.1.4.0|4|+46 250 260 00
            1.3.6.1.2.1.2.2.1.2.7|4|Ethernet 7; "uplink"
            1.3.6.1.2.1.31.1.1.1.6.7|70|18446744073709551615
            1.3.6.1.2.1.43.10.2.1.4.1.1|65|123456

            """);
        var clock = new SettableClock(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(1_500));
        await using var fleet = await SimulatedFleet.StartAsync(new FleetSettings { Orders = [], RecordingsFolder = folder.Path, BaseAddress = IPAddress.Loopback, ByPort = true, Port = 0 });
        Assert.True(ProfileCatalog.Embedded.TryGet("full", out var profile));
        using var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromSeconds(10) }, clock);
        using var stream = new MemoryStream();
        var file = new ReadingsFile(stream);

        await new Poller(client).PollAsync([new PollTarget("odd, device", new Agent(new IPEndPoint(IPAddress.Loopback, fleet.Devices[0].Port), SnmpVersion.V2c, new Community("public")), profile)], file.Take);
        file.Flush();

        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal("device,time,metric,instance,value", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("\"odd, device\",2026-03-10T12:00:00.001500Z,", line, StringComparison.Ordinal));
        Assert.Equal(
            [
                "ifDescr,7,\"Ethernet 7; \"\"uplink\"\"\"",
                "ifHCInOctets,7,18446744073709551615",
                "prtMarkerLifeCount,1.1,123456",
                "sysContact,0,+46 250 260 00",
                "sysDescr,0,\"=HYPERLINK(\"\"http://x\"\"), quoted\"",
                "sysObjectID,0,1.3.6.1.4.1.32473.1",
                "sysUpTime,0,4294967295",
            ],
            lines[1..].Select(line => line["\"odd, device\",2026-03-10T12:00:00.001500Z,".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(7, lines.Length - 1);
        Assert.True(DateTimeOffset.TryParse("2026-03-10T12:00:00.001500Z", CultureInfo.InvariantCulture, out var at) && at == clock.Now);
    }
}
