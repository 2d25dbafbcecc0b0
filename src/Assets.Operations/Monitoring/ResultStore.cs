using System.Buffers;
using System.Threading.Channels;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Reading = Assets.Snmp.Polling.Reading;

namespace Assets.Operations.Monitoring;

/// <summary>
/// Stores results while the pass goes on, on a thread of its own: the network never waits for the database, those that answered are
/// stored before the dead ones are given up, and while an import holds the lock the results wait here in memory.
/// </summary>
internal sealed class ResultStore
{
    // What is stored at once: more would hold the lock for longer than a tenth of a second or so.
    private const int MostReadings = 25_000;

    // Devices that answer within this time are stored together: each transaction waits for the disk.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    private readonly Channel<Taken> results = Channel.CreateUnbounded<Taken>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource allTaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Database database;
    private readonly IReadOnlyDictionary<PollTarget, int> devices;
    private readonly Task writing;

    private ResultStore(Database database, IReadOnlyDictionary<PollTarget, int> devices, IReadOnlyList<DeviceReport> unasked)
    {
        this.database = database;
        this.devices = devices;
        writing = Task.Run(() => WriteAsync(unasked));
    }

    /// <summary>Begins with the reports of devices that could not be asked.</summary>
    public static ResultStore Begin(Database database, IReadOnlyDictionary<PollTarget, int> devices, IReadOnlyList<DeviceReport> unasked) => new(database, devices, unasked);

    /// <summary>Copies a result, whose readings are on loan, and returns at once. Targets that are no device of the register are left out.</summary>
    public void Take(TargetResult result)
    {
        if (result.Outcome == SnmpOutcome.Cancelled || !devices.TryGetValue(result.Target, out var device)) return;
        var readings = ArrayPool<Reading>.Shared.Rent(result.ReadingCount);
        result.Readings.CopyTo(readings);
        results.Writer.TryWrite(new Taken(PollOutcome.Report(device, result), readings, result.ReadingCount));
    }

    /// <summary>Ends when everything taken is stored, or throws what kept it from being so.</summary>
    public Task FinishAsync()
    {
        results.Writer.TryComplete();
        allTaken.TrySetResult(); // there is nothing to gather any more (the reader's own completion comes only once all is read)
        return writing;
    }

    private async Task WriteAsync(IReadOnlyList<DeviceReport> unasked)
    {
        using var storage = PollStorage.Open(database);
        if (unasked.Count > 0) storage.Store(unasked);
        var isBehind = false;
        while (await results.Reader.WaitToReadAsync())
        {
            if (!isBehind) await Task.WhenAny(allTaken.Task, Task.Delay(Gathering));
            var reports = new List<DeviceReport>();
            var readings = 0;
            for (; readings < MostReadings && results.Reader.TryRead(out var taken); readings += taken.Count)
            {
                reports.Add(taken.Report);
                foreach (ref readonly var reading in taken.Readings.AsSpan(0, taken.Count)) storage.Add(taken.Report.DeviceId, Row(in reading));
                ArrayPool<Reading>.Shared.Return(taken.Readings, clearArray: true); // a reading may hold text
            }
            storage.Store(reports);
            isBehind = readings >= MostReadings;
        }
    }

    private static ReadingRow Row(in Reading reading)
    {
        var isNumber = reading.Value.IsNumber;
        return new ReadingRow(
            reading.Metric.Name,
            reading.Instance.ToString(),
            Conventions.ToMicroseconds(reading.Time),
            isNumber ? unchecked((long)reading.Value.AsUnsigned) : null,
            isNumber ? null : reading.Text,
            reading.Metric.Type == MetricType.Counter);
    }

    private sealed record Taken(DeviceReport Report, Reading[] Readings, int Count);
}
