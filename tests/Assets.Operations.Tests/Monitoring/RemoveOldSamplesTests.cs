using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class RemoveOldSamplesTests
{
    [Theory]
    [OnBoth]
    public async Task Samples_go_after_the_days_that_were_set_and_everything_else_stays(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, [("Assets:SampleDays", "2"), ("Assets:SnmpTimeoutSeconds", "5")], new DeviceOrder(DeviceKind.Switch, Ports: 30));
        await network.PollAsync();
        var series = network.Rows("select count(*) from series")[0];
        network.Clock.Now += TimeSpan.FromDays(2);
        await network.PollAsync();
        var second = Conventions.ToMicroseconds(network.Clock.Now);

        Assert.Equal(0, RemoveOldSamples.Run(network.Installation)); // two days old to the microsecond, and kept
        network.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(int.Parse(series), RemoveOldSamples.Run(network.Installation));

        Assert.Equal([$"{second}"], network.Rows("select min(at) from samples"));
        Assert.Equal([$"{series}|{second}"], network.Rows("select count(*), min(last_at) from series"));
        Assert.Equal(["1"], network.Rows("select count(*) from status_changes"));
    }

    [Theory]
    [OnBoth("0")]
    [OnBoth("often")]
    [OnBoth("1,5")]
    public void A_setting_that_cannot_be_meant_is_told(Engine engine, string days)
    {
        using var test = TestInstallation.On(engine, ("Assets:SampleDays", days));
        var refused = Assert.Throws<SettingRefusedException>(() => RemoveOldSamples.Run(test.Installation));
        Assert.Contains($"Assets:SampleDays is '{days}'", refused.Message, StringComparison.Ordinal);
    }
}
