using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Assets.Operations.Monitoring;
using Assets.Snmp.Polling;

namespace Assets.Cli.Verbs;

/// <summary>All passes of one command together.</summary>
/// <param name="start">Processor time of this process before the first request: what it cost to get going.</param>
internal sealed class PollTally(TimeSpan start)
{
    private int ok;
    private int failed;
    private int unasked;
    private int unregistered;
    private long varbinds;
    private long requests;
    private readonly long began = Stopwatch.GetTimestamp();

    public bool HasNoneAnswered => ok == 0 && failed + unasked > 0;

    public void Add(PollStatistics pass)
    {
        ok += pass.Ok;
        failed += pass.Failed;
        varbinds += pass.Varbinds;
        requests += pass.Requests;
    }

    public void Add(PollPass pass)
    {
        Add(pass.Statistics);
        unasked += pass.Unasked;
        unregistered = pass.Unregistered;
    }

    public void Tell(TextWriter to)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ok} answered, {failed + unasked} did not, {varbinds} readings"));
        if (unasked > 0) to.WriteLine($"{unasked} could not be asked: see their last error on the page of devices.");
        if (unregistered > 0) to.WriteLine($"{unregistered} are no device of the register: their readings were not stored.");
    }

    /// <summary>One line; cpu_s is user and system time of this process from the first request on, writing included.</summary>
    public string Json()
    {
        using var process = Process.GetCurrentProcess();
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["ok"] = ok,
            ["failed"] = failed + unasked,
            ["varbinds"] = varbinds,
            ["requests"] = requests,
            ["wall_s"] = Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 4),
            ["cpu_s"] = Math.Round((Environment.CpuUsage.TotalTime - start).TotalSeconds, 4),
            ["start_cpu_s"] = Math.Round(start.TotalSeconds, 4),
            ["rss_mb"] = Math.Round(process.PeakWorkingSet64 / 1048576.0, 1),
        });
    }
}
