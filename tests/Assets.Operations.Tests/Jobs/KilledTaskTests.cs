using System.Diagnostics;
using System.Text.Json;
using Assets.Data.Storage;
using Assets.Operations.Jobs;
using Assets.Operations.Tests.Chargeback;
using Assets.Operations.Tests.Cli;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Jobs;

/// <summary>The real web ended by force (SIGKILL) while it does long work: told as broken off after the next start, and done at one click.</summary>
public sealed class KilledTaskTests
{
    private const int Lines = KilledVerbTests.Lines;

    [Theory]
    [OnBoth]
    public async Task A_run_of_a_month_that_was_killed_is_told_as_broken_off_and_done_at_one_click(Engine engine)
    {
        using var town = KilledVerbTests.WithManyLines(engine);
        var killed = await KillWhileItRuns(town.Installation, town.Folder.Path, TaskQueue.Charge, "2026-03", new { });
        Assert.Equal(["0|0"], town.Rows("select (select count(*) from charges), (select count(*) from month_runs)"));

        await using var jobs = await RunningJobs.StartAsync(town.Installation);
        var broken = await jobs.EndAsync(killed);
        var again = await jobs.Queue.Start(TaskQueue.Charge, "2026-03", new { }, "tester", TestContext.Current.CancellationToken); // as the page's button does
        var done = await jobs.EndAsync(again.Id);

        Assert.Equal((TaskState.Interrupted, TaskState.Done), (broken.State, done.State));
        Assert.NotEqual(killed, again.Id);
        Assert.NotNull(broken.FinishedAt);
        Assert.Equal([$"{Lines}|{Lines * 100_00L}"], town.Rows("select count(*), sum(amount) from charges"));
    }

    [Theory]
    [OnBoth]
    public async Task An_import_that_was_killed_is_told_as_broken_off_and_done_at_one_click(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var file = at.Write("assets.csv", Fleet.AssetHeader + string.Concat(Enumerable.Range(1, Lines).Select(i => $"T{i},S{i},PC,2024-01-01,1.00,,,,,in_use,\n")));
        var input = new ImportInput("assets", file, "assets.csv", DryRun: false, DecimalComma: false, Reason: null);
        var killed = await KillWhileItRuns(at.Installation, at.Folder, TaskQueue.Import, "assets 1", input);
        Assert.Equal("0", at.Column("select count(*) from assets").Single());

        await using var jobs = await RunningJobs.StartAsync(at.Installation);
        var broken = await jobs.EndAsync(killed);
        var again = await jobs.Queue.Start(TaskQueue.Import, broken.Subject, ImportInput.After(broken)!, "tester", TestContext.Current.CancellationToken);
        var done = await jobs.EndAsync(again.Id);

        Assert.Equal((TaskState.Interrupted, TaskState.Done), (broken.State, done.State));
        Assert.Equal($"{Lines}", at.Column("select count(*) from assets").Single());
        Assert.Equal($"{Lines}", at.Column("select count(*) from history where subject = 1").Single());
    }

    // Killed as soon as it stands as running: that is long before 30 000 rows can have been written.
    private static async Task<int> KillWhileItRuns(Installation installation, string folder, string kind, string subject, object input)
    {
        int task;
        using (var writing = Writing.Begin(installation.Database))
        {
            task = LongTask.Add(writing, kind, subject, JsonSerializer.Serialize(input), "tester", installation.Clock.GetUtcNow()).Id;
            writing.Commit();
        }
        using var served = CommandLine.Start(installation.Database, folder, ["serve", "--urls", "http://127.0.0.1:0"]);
        var said = Task.WhenAll(served.StandardOutput.ReadToEndAsync(), served.StandardError.ReadToEndAsync());
        try
        {
            var patience = Stopwatch.StartNew();
            while (LongTask.Find(installation.Database, task)!.State == TaskState.Waiting)
            {
                Assert.True(!served.HasExited && patience.Elapsed < TimeSpan.FromMinutes(2), "The task was never begun.");
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            served.Kill();
            await served.WaitForExitAsync();
            await said;
        }
        Assert.Equal(TaskState.Running, LongTask.Find(installation.Database, task)!.State); // as it was left
        return task;
    }
}
