using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Access;

namespace Assets.Web.Security;

/// <summary><c>/metrics</c> in the text format 0.0.4 of Prometheus, for who has the token of the setting <c>Assets:MetricsToken</c>. Without one there is no such page.</summary>
internal static class MetricsPage
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(WebApplication app, Installation installation)
    {
        if (SecretFile.Read(installation.Settings.GetSection("Assets"), "MetricsToken") is not { } token) return;
        app.Services.GetRequiredService<RequestMeter>(); // hears from now on
        var expected = Encoding.UTF8.GetBytes("Bearer " + token);
        app.MapGet("/metrics", (HttpContext context, RequestMeter meter) =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), expected)
                ? Results.Text(Write(installation, meter), ContentType)
                : Results.StatusCode(StatusCodes.Status401Unauthorized)).AllowAnonymous();
    }

    private static string Write(Installation installation, RequestMeter meter)
    {
        var page = new StringBuilder();
        Requests(page, meter);
        var facts = OperatingFacts.Read(installation.Database);
        Gauge(page, "assets_tasks", "Long work in the queue.", [("state=\"waiting\"", facts.TasksWaiting), ("state=\"running\"", facts.TasksRunning)]);
        Gauge(page, "assets_mails_unsent", "Mails that wait to be sent; tried: at least once in vain.", [("state=\"waiting\"", facts.MailsWaiting - facts.MailsTried), ("state=\"tried\"", facts.MailsTried)]);
        Gauge(page, "assets_devices", "Devices under watch, by what was last heard of them.", [.. facts.Devices.Select(d => ($"status=\"{d.Key}\"", (double)d.Value))]);
        if (facts.LastPoll is { } poll) Gauge(page, "assets_last_poll_timestamp_seconds", "When a device was last polled.", [("", Seconds(poll))]);
        Gauge(page, "assets_months_open", "Months that were charged and are not closed.", [("", facts.OpenMonths)]);
        if (facts.LastClosedMonth is { } month) Gauge(page, "assets_last_closed_month", "Year and month as one number, such as 202605.", [("", month)]);
        if (LastBackup(installation) is { } backup) Gauge(page, "assets_last_backup_timestamp_seconds", "When the newest file of the backup folder was written.", [("", Seconds(backup))]);
        Gauge(page, "assets_memory_bytes", "Memory of the process.", [("", Environment.WorkingSet)]);
        return page.ToString();
    }

    private static void Requests(StringBuilder page, RequestMeter meter)
    {
        const string name = "assets_http_request_duration_seconds";
        page.Append(CultureInfo.InvariantCulture, $"# HELP {name} Requests answered, and how long it took.\n# TYPE {name} histogram\n");
        foreach (var (of, durations) in meter.Read())
        {
            var labels = $"route=\"{Escape(of.Route)}\",method=\"{Escape(of.Method)}\",status=\"{of.Status.ToString(CultureInfo.InvariantCulture)}\"";
            var (counts, sum) = durations.Read();
            long below = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                below += counts[i];
                var bound = i < RequestMeter.Bounds.Length ? RequestMeter.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                page.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels},le=\"{bound}\"}} {below}\n");
            }
            page.Append(CultureInfo.InvariantCulture, $"{name}_sum{{{labels}}} {sum}\n{name}_count{{{labels}}} {below}\n");
        }
    }

    private static void Gauge(StringBuilder page, string name, string help, IReadOnlyList<(string Labels, double Value)> values)
    {
        page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var (labels, value) in values) page.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value}\n");
    }

    // The file itself, and not a note that one was written: a backup that somebody removed is none.
    private static DateTimeOffset? LastBackup(Installation installation) =>
        installation.Settings["Assets:BackupFolder"] is { Length: > 0 } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.backup").Select(file => (DateTimeOffset?)File.GetLastWriteTimeUtc(file)).Max()
            : null;

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;

    private static string Escape(string label) => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
