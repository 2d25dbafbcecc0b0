using System.Globalization;
using System.Net;
using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.SnmpSim.Fleet;
using Assets.Support;

namespace Assets.Operations.Tests.Monitoring;

/// <summary>An installation that watches simulated devices, whose values are a function of the test's clock.</summary>
internal sealed class WatchedNetwork : IAsyncDisposable
{
    /// <summary>The community of every device here; the test that looks for it everywhere must not find it.</summary>
    public const string Community = "hush-Åäö-4711";

    private static int networks;
    private readonly TestInstallation test;
    private readonly FleetSettings settings;
    private SimulatedFleet? fleet;

    private WatchedNetwork(TestInstallation test, FleetSettings settings)
    {
        this.test = test;
        this.settings = settings;
        Keys = CommunityKeys.Open(test.Installation);
    }

    public Installation Installation => test.Installation;

    public SettableClock Clock => test.Clock;

    public TestInstallation Test => test;

    public CommunityKeys Keys { get; }

    public IReadOnlyList<SimulatedDevice> Devices { get; private set; } = [];

    public static async Task<WatchedNetwork> StartAsync(Engine engine, params DeviceOrder[] orders) =>
        await StartAsync(engine, [("Assets:SnmpTimeoutSeconds", "5")], orders);

    /// <summary>Patience is a matter of the test: long where all answer, short where some are dead.</summary>
    public static async Task<WatchedNetwork> StartAsync(Engine engine, (string Setting, string? Value)[] settings, params DeviceOrder[] orders)
    {
        // Addresses of its own for each test and process: a fleet that is stopped and started again finds its port free.
        var number = Interlocked.Increment(ref networks);
        var network = new WatchedNetwork(TestInstallation.On(engine, settings), new FleetSettings
        {
            Orders = orders, BaseAddress = new IPAddress([127, (byte)(100 + (Environment.ProcessId % 100)), (byte)number, 1]), Port = 20_161, Community = Community,
        });
        await network.ComeUpAsync();
        foreach (var device in network.Devices)
            network.Watch(new DeviceSettings(device.SysName, null, device.Address.ToString(), device.Port, 2, Community, "if-basic"));
        return network;
    }

    public int Watch(DeviceSettings device) => RegisterDevice.Add(Installation, Keys, device).Value.Id;

    /// <summary>All devices answer.</summary>
    public async Task ComeUpAsync()
    {
        fleet = await SimulatedFleet.StartAsync(settings, Clock);
        Devices = fleet.Devices;
    }

    /// <summary>No device answers.</summary>
    public async Task GoDownAsync()
    {
        await fleet!.DisposeAsync();
        fleet = null;
    }

    public PollDevices NewPoll() => new(Installation, () => CommunityKeys.Open(Installation));

    public async Task<PollPass> PollAsync()
    {
        using var poll = NewPoll();
        return await poll.RunAsync();
    }

    /// <summary>The rows of a query, their columns joined by a bar.</summary>
    public List<string> Rows(string sql, params object?[] values)
    {
        using var connection = Installation.Database.Open();
        return connection.Rows(
            sql,
            r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "" : Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture))),
            values);
    }

    public async ValueTask DisposeAsync()
    {
        if (fleet is not null) await fleet.DisposeAsync();
        test.Dispose();
    }
}
