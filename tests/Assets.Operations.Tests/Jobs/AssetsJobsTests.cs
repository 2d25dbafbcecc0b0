using Assets.Data.Storage;
using Assets.Operations.Tests.Monitoring;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Jobs;

public sealed class AssetsJobsTests
{
    private static readonly (string, string?)[] Often = [("Assets:PollSeconds", "1"), ("Assets:SnmpTimeoutSeconds", "1"), ("Assets:SnmpRetries", "0")];
    private static readonly string[] State = ["qrtz_triggers", "qrtz_simple_triggers", "qrtz_cron_triggers", "qrtz_fired_triggers", "qrtz_scheduler_state"];

    [Theory]
    [OnBoth]
    public async Task The_schedule_lies_in_the_same_database_and_a_second_start_goes_on_with_it(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, Often, new DeviceOrder(DeviceKind.Switch, Ports: 2));
        for (var start = 0; start < 2; start++)
        {
            await using var jobs = await RunningJobs.StartAsync(network.Installation);
            await jobs.PassesAsync(2);
            Assert.Empty(jobs.Troubles);
        }
        Assert.Equal(["mails", "poll", "reminders", "retention", "webhooks"], network.Rows("select trigger_name from qrtz_triggers order by 1"));
        Assert.Equal(["1"], network.Rows("select status from devices"));
        // Quartz's tables disturb neither the schema's check nor what else is written.
        var told = new List<string>();
        Schema.Ensure(network.Installation.Database, told.Add);
        Assert.Empty(told);
    }

    [Theory]
    [OnBoth]
    public async Task Two_passes_are_never_under_way_at_once(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, Often, new DeviceOrder(DeviceKind.Switch, Ports: 2));
        await network.GoDownAsync(); // a pass takes a second, as long as the interval is
        await using (var jobs = await RunningJobs.StartAsync(network.Installation)) await jobs.PassesAsync(3);
        using var connection = network.Installation.Database.Open();
        var passes = connection.Rows("select fired_time, run_time from qrtz_execution_history where job_name = 'poll' order by fired_time", r => (From: r.GetInt64(0), Length: r.GetInt64(1)));
        Assert.True(passes.Count >= 3);
        foreach (var (earlier, later) in passes.Zip(passes.Skip(1)))
        {
            // Both in ticks of 100 ns.
            Assert.True(later.From >= earlier.From + earlier.Length, $"{later.From} began before {earlier.From} + {earlier.Length} had ended");
        }
    }

    [Theory]
    [OnBoth]
    public async Task After_the_process_was_killed_during_a_pass_the_next_start_polls_on(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, Often, new DeviceOrder(DeviceKind.Switch, Ports: 2));
        await network.GoDownAsync();
        await using (await RunningJobs.StartAsync(network.Installation)) await SaveStateOfARunningPassAsync(network);
        RestoreState(network);
        await network.ComeUpAsync();

        await using var jobs = await RunningJobs.StartAsync(network.Installation);
        await jobs.PassesAsync(2);
        Assert.Equal(["1"], network.Rows("select status from devices"));
    }

    [Theory]
    [OnBoth]
    public async Task An_import_that_holds_the_lock_for_seconds_neither_fails_a_pass_nor_the_scheduler(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, Often, new DeviceOrder(DeviceKind.Switch, Ports: 2));
        await using var jobs = await RunningJobs.StartAsync(network.Installation);
        await jobs.PassesAsync(1);
        using (var import = Writing.Begin(network.Installation.Database))
        {
            import.AddChangeSet(network.Clock.Now, "import", "import", null, null);
            await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken); // several passes come due meanwhile
            import.Commit();
        }
        await jobs.PassesAsync(2);
        Assert.Empty(jobs.Troubles);
        Assert.Equal(["0"], network.Rows("select count(*) from qrtz_execution_history where not succeeded"));
    }

    // What a killed process leaves behind are the rows that it had committed by then.
    private static async Task SaveStateOfARunningPassAsync(WatchedNetwork network)
    {
        while (true)
        {
            // All tables as of one moment: a trigger that has fired for the last time leaves two of them.
            using (var connection = network.Installation.Database.Open())
            using (var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead))
            {
                if (connection.Number("select count(*) from qrtz_fired_triggers where job_name = 'poll' and state = 'EXECUTING'") > 0)
                {
                    foreach (var table in State) connection.Execute($"create table saved_{table} as select * from {table}");
                    transaction.Commit();
                    return;
                }
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static void RestoreState(WatchedNetwork network)
    {
        using var writing = Writing.Begin(network.Installation.Database);
        foreach (var table in State.Reverse()) writing.Connection.Execute($"delete from {table}");
        foreach (var table in State) writing.Connection.Execute($"insert into {table} select * from saved_{table}");
        writing.Connection.Execute("update qrtz_scheduler_state set last_checkin_time = 0"); // killed long ago
        writing.Commit();
        Assert.Equal(["1"], network.Rows("select count(*) from qrtz_fired_triggers where job_name = 'poll' and state = 'EXECUTING'"));
    }
}
