using Assets.Core.Values;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.Snmp.Client;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class CredentialTests
{
    [Theory]
    [OnBoth]
    public void A_credential_is_kept_encrypted_and_its_history_never_tells_it(Engine engine)
    {
        using var test = TestInstallation.On(engine);
        var keys = CommunityKeys.Open(test.Installation);
        var id = RegisterCredential.Add(test.Installation, keys, " Nätet ", 2, "s3cret-77").Value.Id;
        var seen = CredentialList.Read(test.Database)[0].ChangeSetId;

        Assert.Equal("name_missing", RegisterCredential.Add(test.Installation, keys, " ", 2, "x").Refusal?.Code);
        Assert.Equal("community_missing", RegisterCredential.Add(test.Installation, keys, "Annat", 2, "").Refusal?.Code);
        Assert.Equal("unsupported_version", RegisterCredential.Add(test.Installation, keys, "Annat", 3, "x").Refusal?.Code);
        Assert.Equal("credential_name_taken", RegisterCredential.Add(test.Installation, keys, "NÄTET", 2, "x").Refusal?.Code);
        Assert.True(RegisterCredential.Change(test.Installation, keys, id, "Nätet", 2, "", seen).IsDone); // nothing changes
        Assert.True(RegisterCredential.Change(test.Installation, keys, id, "Nätet", 1, "n3w-s3cret", seen).IsDone);
        Assert.Equal("device_changed_meanwhile", RegisterCredential.Change(test.Installation, keys, id, "Mitt", 1, null, seen).Refusal?.Code);

        using var connection = test.Database.Open();
        Assert.Equal(["""{"version":2}|{"version":1,"community_changed":true}"""], connection.Rows("select before, after from history where subject = 18 and after is not null", r => $"{r.GetString(0)}|{r.GetString(1)}"));
        Assert.DoesNotContain("s3cret", (string)connection.Scalar("select protected_community from credentials")!, StringComparison.Ordinal);
        Assert.Equal(["Nätet 1 0"], CredentialList.Read(test.Database).Select(c => $"{c.Name} {c.Version} {c.Devices}"));
    }

    [Theory]
    [OnBoth]
    public async Task Devices_that_share_a_credential_are_polled_with_it_and_found_by_it(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, [], new DeviceOrder(DeviceKind.Switch, "SN-1", "sw-1", 4));
        var device = network.Devices[0];
        var at = network.Installation;
        var wrong = RegisterCredential.Add(at, network.Keys, "Fel", 2, "wrong").Value.Id;
        var right = RegisterCredential.Add(at, network.Keys, "Rätt", 2, WatchedNetwork.Community).Value.Id;
        var settings = new DeviceSettings("sw-1", null, device.Address.ToString(), device.Port, 1, null, "if-basic", CredentialId: right, PollSeconds: 300);
        var seen = DeviceRegistration.Find(at.Database, 1)!.ChangeSetId;

        Assert.Equal("unknown_credential", RegisterDevice.Change(at, network.Keys, 1, settings with { CredentialId = 99 }, null).Refusal?.Code);
        Assert.Equal("bad_interval", RegisterDevice.Change(at, network.Keys, 1, settings with { PollSeconds = 0 }, null).Refusal?.Code);
        Assert.True(RegisterDevice.Change(at, network.Keys, 1, settings, null, seen).IsDone);
        Assert.True(RegisterDevice.Change(at, network.Keys, 1, settings, null, seen).IsDone); // a double click
        Assert.Equal("device_changed_meanwhile", RegisterDevice.Change(at, network.Keys, 1, settings with { Name = "other" }, null, seen).Refusal?.Code);
        Assert.Equal("community_missing", RegisterDevice.Change(at, network.Keys, 1, settings with { CredentialId = null }, null).Refusal?.Code);

        using var poll = new PollDevices(at, () => network.Keys);
        var first = await poll.RunAsync(onlyDue: true);
        network.Clock.Now += TimeSpan.FromMinutes(1);
        var tooSoon = await poll.RunAsync(onlyDue: true);
        network.Clock.Now += TimeSpan.FromMinutes(4);
        var due = await poll.RunAsync(onlyDue: true);
        Assert.Equal([1, 0, 1], new[] { first, tooSoon, due }.Select(pass => pass.Statistics.Ok));

        var input = new DiscoveryInput($"{device.Address}/32", device.Port, [wrong, right]);
        var reached = new List<(int, double)>();
        var found = DiscoveryTask.Read(DiscoveryTask.Write(DiscoveryTask.Run(at, input, (answered, share) => reached.Add((answered, share)), CancellationToken.None).Value));

        Assert.Equal((right, "sw-1"), (Assert.Single(found).Community, found[0].Watched));
        Assert.Equal([(0, 0.5), (1, 1.0)], reached);
        Assert.Equal(new Refusal("bad_range", "10.0.0.0/8"), DiscoveryTask.Fault(input with { Range = "10.0.0.0/8" }));
        Assert.Equal("no_credential_chosen", DiscoveryTask.Fault(input with { Credentials = [] })?.Code);
    }
}
