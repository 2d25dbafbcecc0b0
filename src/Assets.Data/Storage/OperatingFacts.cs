namespace Assets.Data.Storage;

/// <summary>What whoever runs an installation watches: what waits, what has failed, when something last happened.</summary>
/// <param name="OpenMonths">Months that have been charged and are not closed.</param>
/// <param name="Devices">By status: unknown, up, down.</param>
public sealed record OperatingFacts(long TasksWaiting, long TasksRunning, long MailsWaiting, long MailsTried, long OpenMonths, int? LastClosedMonth, IReadOnlyDictionary<string, long> Devices, DateTimeOffset? LastPoll)
{
    public static OperatingFacts Read(Database database)
    {
        using var connection = database.Open();
        var tasks = connection.Rows("select state, count(*) from tasks where state < 2 group by state", r => (State: (TaskState)r.GetInt32(0), Count: r.GetInt64(1))).ToDictionary(r => r.State, r => r.Count);
        var mails = connection.Rows("select count(*), sum(case when attempts > 0 then 1 else 0 end) from mails where sent_at is null", r => (Waiting: r.GetInt64(0), Tried: r.Long(1) ?? 0)).Single();
        var devices = connection.Rows("select status, count(*) from devices where enabled group by status", r => (Status: r.GetInt32(0), Count: r.GetInt64(1))).ToDictionary(r => r.Status, r => r.Count);
        return new OperatingFacts(
            tasks.GetValueOrDefault(TaskState.Waiting), tasks.GetValueOrDefault(TaskState.Running), mails.Waiting, mails.Tried,
            connection.Number("select count(*) from month_runs r where not exists (select 1 from closed_months c where c.month = r.month)"),
            connection.Scalar("select max(month) from closed_months") is { } month ? Convert.ToInt32(month, System.Globalization.CultureInfo.InvariantCulture) : null,
            new Dictionary<string, long> { ["unknown"] = devices.GetValueOrDefault(0), ["up"] = devices.GetValueOrDefault(1), ["down"] = devices.GetValueOrDefault(2) },
            connection.Scalar("select max(last_polled) from devices") is long polled ? Conventions.ToInstant(polled) : null);
    }
}
