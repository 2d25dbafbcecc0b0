using System.Collections.Concurrent;
using System.Text.Json;
using Assets.Data.Storage;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>How far a task has come.</summary>
/// <param name="Share">From 0 to 1.</param>
public sealed record TaskProgress(long Count, double Share);

/// <summary>What came of a task, for its page.</summary>
/// <param name="Refusal">A refusal's code; none where it was done.</param>
public sealed record TaskResult(string? Refusal, string? Detail, IReadOnlyDictionary<string, string> Values);

/// <summary>
/// The door to long work: a page puts it in the queue and looks how far it has come. The state lies in the database and survives the
/// program; how far lies in memory, since on SQLite nobody else can write while a month or a file is being written.
/// </summary>
public sealed class TaskQueue(Installation installation, ISchedulerFactory schedulers)
{
    public const string Charge = "charge";
    public const string Import = "import";
    public const string Discover = "discover";
    internal static readonly JobKey Job = new("tasks");
    private readonly ConcurrentDictionary<int, TaskProgress> progress = new();

    /// <summary>Puts work in the queue, or answers with the same work that is in it already.</summary>
    public async Task<LongTask> Start(string kind, string subject, object input, string actor, CancellationToken cancel)
    {
        LongTask task;
        using (var writing = Writing.Begin(installation.Database))
        {
            task = LongTask.Add(writing, kind, subject, JsonSerializer.Serialize(input, History.Json), actor, installation.Clock.GetUtcNow());
            writing.Commit();
        }
        var scheduler = await schedulers.GetScheduler(cancel);
        await scheduler.TriggerJob(Job, cancel);
        return task;
    }

    /// <summary>Whether the scheduler runs and its store answers with the job that does the queue's work.</summary>
    public async Task<bool> IsReady(CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        return scheduler.Status == SchedulerStatus.Running && await scheduler.Exists(Job, cancel);
    }

    public TaskProgress? ProgressOf(int task) => progress.GetValueOrDefault(task);

    internal void Report(int task, TaskProgress reached) => progress[task] = reached;

    internal void Forget(int task) => progress.TryRemove(task, out _);
}
