using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Assets.Web.Security;

/// <summary>How many requests were answered and how fast, by page: heard from the framework's own instrument.</summary>
internal sealed class RequestMeter : IDisposable
{
    /// <summary>Upper ends, in seconds.</summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Route, string Method, int Status), Durations> seen = new();

    public RequestMeter(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, at) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" } && instrument.Meter.Scope == meters) at.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Hear(seconds, tags));
        listener.Start();
    }

    public IEnumerable<((string Route, string Method, int Status) Of, Durations Durations)> Read() => seen.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key.Route, StringComparer.Ordinal).ThenBy(pair => pair.Key.Status);

    public void Dispose() => listener.Dispose();

    // Routes and not addresses: as many rows as there are pages, whatever somebody asks for.
    private void Hear(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string route = "", method = "";
        var status = 0;
        foreach (var (name, value) in tags)
        {
            if (name == "http.route") route = value as string ?? "";
            else if (name == "http.request.method") method = value as string ?? "";
            else if (name == "http.response.status_code") status = value as int? ?? 0;
        }
        seen.GetOrAdd((route, method, status), _ => new Durations()).Add(seconds);
    }

    /// <summary>How many lay below each bound, and their sum.</summary>
    internal sealed class Durations
    {
        private readonly Lock turn = new();
        private readonly long[] counts = new long[Bounds.Length + 1];
        private double sum;

        public void Add(double seconds)
        {
            var place = Array.FindIndex(Bounds, bound => seconds <= bound);
            lock (turn)
            {
                counts[place < 0 ? Bounds.Length : place]++;
                sum += seconds;
            }
        }

        public (long[] Counts, double Sum) Read()
        {
            lock (turn) return ([.. counts], sum);
        }
    }
}
