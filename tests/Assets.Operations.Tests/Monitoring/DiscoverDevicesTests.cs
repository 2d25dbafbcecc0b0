using Assets.Core.Monitoring;
using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.Operations.Tests.Imports;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class DiscoverDevicesTests
{
    [Theory]
    [OnBoth]
    public async Task A_look_round_finds_what_answers_and_proposes_what_it_is_in_the_register(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(
            engine, [], new DeviceOrder(DeviceKind.Switch, "SN-1", "somewhere", 4), new DeviceOrder(DeviceKind.Printer, "SN-2", "it-2.example.org"), new DeviceOrder(DeviceKind.Router, "SN-3", "rt-3"));
        network.Test.Furnish();
        network.Test.Import("assets", Fleet.AssetHeader + "IT-1,sn-1,PC,2024-01-01,1.00,,,,,in_use,\nIT-2,other,PC,2024-01-01,1.00,,,,,in_use,\n");
        var first = network.Devices[0].Address.ToString();
        Assert.True(AddressRange.TryParse($"{first}/29", out var range, out _));

        var found = await DiscoverDevices.RunAsync(network.Installation, range, network.Devices[0].Port, ["wrong", WatchedNetwork.Community]);

        Assert.Equal(network.Devices.Select(d => d.Address.ToString()), found.Select(d => d.Address));
        Assert.Equal(network.Devices.Select(d => (d.SysName, d.SysObjectId, d.Serial)), found.Select(d => (d.SysName!, d.SysObjectId!, d.Serial!)));
        Assert.Equal([("IT-1", Certainty.Certain), ("IT-2", Certainty.Doubtful), (null, Certainty.None)], found.Select(d => (d.AssetTag, d.Certainty)));
        Assert.All(found, d => Assert.Equal(("2c", 2), (d.Version, d.Community)));
        Assert.Equal("somewhere", found[0].Watched);
        Assert.DoesNotContain("hush", string.Join(' ', found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.20.0.0/30", "10.20.0.1 10.20.0.2")] // without the network's own and the broadcast address
    [InlineData("10.20.0.7/30", "10.20.0.5 10.20.0.6")]
    [InlineData("10.20.0.0/31", "10.20.0.0 10.20.0.1")]
    [InlineData("10.20.0.9", "10.20.0.9")]
    [InlineData("255.255.255.255/32", "255.255.255.255")]
    public void A_range_is_its_hosts(string text, string addresses)
    {
        Assert.True(AddressRange.TryParse(text, out var range, out _));
        Assert.Equal(addresses, string.Join(' ', range.Addresses()));
    }

    [Fact]
    public void The_largest_range_has_65534_hosts()
    {
        Assert.True(AddressRange.TryParse("10.20.0.0/16", out var range, out _));
        Assert.Equal(65_534, range.Addresses().Count());
    }

    [Theory]
    [InlineData("10.0.0.0/15", "more than 65536")]
    [InlineData("0.0.0.0/0", "more than 65536")]
    [InlineData("10.0.0.0/33", "no range")]
    [InlineData("10.0.0.0/x", "no range")]
    [InlineData("fe80::/64", "no range")]
    [InlineData("network", "no range")]
    [InlineData("", "no range")]
    public void What_is_no_range_or_too_large_is_refused(string text, string fault)
    {
        Assert.False(AddressRange.TryParse(text, out _, out var told));
        Assert.Contains(fault, told, StringComparison.Ordinal);
    }
}
