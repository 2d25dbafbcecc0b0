using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.Operations.Tests.Imports;
using Assets.Operations.Tests.Monitoring;
using Assets.Operations.Tests.Ordering;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Inventory;

public sealed class FindAnythingTests
{
    [Theory]
    [OnBoth]
    public async Task A_device_is_found_by_the_hardware_address_of_any_port_as_the_poller_stored_it_however_it_is_written(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Switch, "SN-1", "sw-1", 3), new DeviceOrder(DeviceKind.Switch, "SN-2", "sw-2", 3));
        for (var id = 1; id <= 2; id++)
        {
            var device = network.Devices[id - 1];
            Assert.True(RegisterDevice.Change(network.Installation, network.Keys, id, new DeviceSettings(device.SysName, null, device.Address.ToString(), device.Port), null).IsDone);
        }
        await network.PollAsync();
        var stored = network.Rows("select last_text from series where device_id = 2 and metric = 'ifPhysAddress' and instance = '3'").Single();
        Assert.Matches("^0x02[0-9a-f]{10}$", stored);
        var digits = stored[2..];
        var octets = digits.Chunk(2).Select(pair => new string(pair)).ToList();
        string[] written =
        [
            string.Join(':', octets), string.Join('-', octets).ToUpperInvariant(), digits, digits.ToUpperInvariant(), stored, string.Join(' ', octets),
            $"{digits[..4]}.{digits[4..8]}.{digits[8..]}", $"{digits[..6]}-{digits[6..]}", string.Join(':', octets.Select(octet => octet.TrimStart('0').PadLeft(1, '0'))),
        ];
        new Account("tove", "Tove Teknik", "correct horse battery", "sv", [new Appointed(Role.Technician)]).Create(network.Installation.Database, network.Clock, "test");
        var find = Finder(network.Installation);
        var viewer = Viewer.Load(network.Installation.Database, 1)!;

        foreach (var text in written)
            Assert.Equal([(text, FoundKind.Device, network.Devices[1].SysName, true)], find.Read(viewer, text).Select(hit => (text, hit.Kind, hit.Title, hit.IsExact)));
        Assert.Empty(find.Read(viewer, "02:00:00:ff:ff:ff"));
    }

    [Theory]
    [OnBoth]
    public void An_order_is_found_by_its_number_and_by_the_recipients_name_or_account(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket();
        town.Execute("update order_lines set recipient_name = 'Östen Ärligh', recipient_account = 'osten.arligh'");
        Assert.Empty(Titles(town, "tove", "ärligh")); // a basket is its orderer's own
        var sent = Operations.Ordering.SubmitOrder.Run(town.As("olle"), basket.Number, basket.Version).Value;

        Assert.Equal([(sent.Number, true)], Titles(town, "tove", sent.Number));
        Assert.Equal([(sent.Number, false)], Titles(town, "tove", sent.Number[..^1]));
        Assert.Equal([(sent.Number, true)], Titles(town, "tove", "östen ärligh"));
        Assert.Equal([(sent.Number, false)], Titles(town, "tove", "ÄRLIGH"));
        Assert.Equal([(sent.Number, false)], Titles(town, "tove", "a\u0308rl")); // decomposed
        Assert.Equal([(sent.Number, true)], Titles(town, "tove", "osten.arligh"));
        Assert.Equal([(sent.Number, false)], Titles(town, "olle", "ärligh"));
        Assert.Empty(Titles(town, "ulla", "ärligh")); // of another unit
        Assert.Empty(Titles(town, "ulla", sent.Number));
        Assert.Empty(Titles(town, "tove", "är_igh"));
    }

    [Theory]
    [OnBoth]
    public void A_person_is_found_by_name_and_leads_to_what_is_used_within_reach(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        town.Person("asa.oberg", "Åsa Öberg");
        town.At.Import("assets", Fleet.AssetHeader + "IT1,S1,PC,2024-01-01,100.00,S1,2027-01-01,L1,A1,in_use,\n");
        town.Execute("update assets set user_account = 'asa.oberg', user_unit_id = (select id from organisations where code = 'U1'), search = search || ' ASA.OBERG'");

        var hit = Assert.Single(Finder(town.At.Installation).Read(Of(town, "tove"), "öberg"));

        Assert.Equal((FoundKind.Person, "Åsa Öberg", "asa.oberg", "/assets?q=asa.oberg"), (hit.Kind, hit.Title, hit.Detail, hit.Address));
        Assert.Equal([("Åsa Öberg", true)], Titles(town, "tove", "åsa öberg"));
        Assert.Equal([("Åsa Öberg", false)], Titles(town, "olle", "åsa")); // uses something of his unit
        Assert.Empty(Titles(town, "ulla", "åsa"));
        Assert.Equal([("Stina Ström", false)], Titles(town, "ulla", "ström")); // has a role in her unit
        Assert.Empty(Titles(town, "olle", "ström"));
        Assert.Equal(["IT1"], Finder(town.At.Installation).Read(Of(town, "tove"), "asa.oberg").Select(found => found.Title)); // by account, as before
    }

    private static IEnumerable<(string Title, bool IsExact)> Titles(OrderingTown town, string account, string text) =>
        Finder(town.At.Installation).Read(Of(town, account), text).Select(hit => (hit.Title, hit.IsExact));

    private static Viewer Of(OrderingTown town, string account)
    {
        using var connection = town.At.Database.Open();
        return Viewer.Load(town.At.Database, (int)connection.Number("select id from users where user_name = @p0", account))!;
    }

    private static FindAnything Finder(Installation at) => new(at.Database, new AssetList(at.Database, at.Clock), new LineList(at.Database, at.Clock));
}
