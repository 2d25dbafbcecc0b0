using System.Globalization;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Imports;
using Assets.Operations.Monitoring;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>How a file is imported as a task.</summary>
public sealed record ImportInput(string Kind, string Path, string FileName, bool DryRun, bool DecimalComma, string? Reason)
{
    public string ReportPath => Path + ".report.csv";

    /// <summary>What the import of the file found, errors and warnings in its order; nothing where no report was written.</summary>
    public IEnumerable<ImportFinding> Findings() => File.Exists(ReportPath) ? ImportReport.Read(ReportPath) : [];

    /// <summary>The report in a reader's words.</summary>
    public void WriteReport(TextWriter to, Func<ImportFinding, string> say)
    {
        to.Write(ImportReport.Header + "\n");
        foreach (var finding in Findings()) to.Write(ImportReport.Row(finding with { Message = say(finding) }) + "\n");
    }

    /// <summary>
    /// What one click begins after a task: the import after a trial that went through, and after a stop in the middle the same once more,
    /// a trial as a trial. None where neither may be, or the file is gone.
    /// </summary>
    public static ImportInput? After(LongTask task)
    {
        var input = Of(task);
        if (!File.Exists(input.Path)) return null;
        return task.State switch
        {
            TaskState.Interrupted => input,
            TaskState.Done when input.DryRun => input with { DryRun = false },
            _ => null,
        };
    }

    public static ImportInput Of(LongTask task) => JsonSerializer.Deserialize<ImportInput>(task.Input) ?? throw new InvalidDataException($"Task {task.Id} says nothing of its file.");
}

/// <summary>Does what waits in the queue, one after the other. Never two at a time: what stands as running when it begins was killed.</summary>
[DisallowConcurrentExecution]
internal sealed class TaskJob(Installation installation, TaskQueue queue, ILogger<TaskJob> log) : IJob
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(250);

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var connection = installation.Database.Open();
        using (connection)
        {
            LongTask.Interrupt(connection, Now);
            while (!cancellationToken.IsCancellationRequested && LongTask.Next(connection) is { } task)
            {
                LongTask.Set(connection, task.Id, TaskState.Running, Now, null);
                var (state, result) = Do(task, cancellationToken);
                LongTask.Set(connection, task.Id, state, Now, JsonSerializer.Serialize(result, History.Json));
                queue.Forget(task.Id);
            }
        }
        return ValueTask.CompletedTask;
    }

    private DateTimeOffset Now => installation.Clock.GetUtcNow();

    private (TaskState State, TaskResult Result) Do(LongTask task, CancellationToken cancel)
    {
        var acting = installation with { Actor = task.StartedBy };
        try
        {
            return task.Kind switch
            {
                TaskQueue.Charge => DoCharge(acting, task, cancel),
                TaskQueue.Discover => DoDiscover(acting, task, cancel),
                _ => DoImport(acting, task, cancel),
            };
        }
        catch (OperationCanceledException)
        {
            return (TaskState.Interrupted, new TaskResult(null, null, new Dictionary<string, string>()));
        }
        catch (ImportRefusedException refused)
        {
            return (TaskState.Failed, new TaskResult("import_refused", refused.Message, new Dictionary<string, string> { ["code"] = refused.Code, ["detail"] = refused.Detail }));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The queue goes on: one task that fails must not keep the others from being done. The page says that it failed.
            log.LogError(fault, "Task {Task} ({Kind} {Subject}) failed", task.Id, task.Kind, task.Subject);
            return (TaskState.Failed, new TaskResult("task_failed", installation.Database.Explain(fault) ?? fault.GetType().Name, new Dictionary<string, string>()));
        }
    }

    private (TaskState, TaskResult) DoCharge(Installation acting, LongTask task, CancellationToken cancel)
    {
        if (!BillingMonth.TryParse(task.Subject, out var month)) throw new InvalidDataException($"Task {task.Id} is about {task.Subject}, which is no month.");
        var progress = new Reporting<MonthProgress>(now => queue.Report(task.Id, new TaskProgress(now.Lines, now.Share)));
        if (!ChargeMonth.Run(acting, month, progress, cancel).TryGet(out var charged, out var refusal))
            return (TaskState.Failed, new TaskResult(refusal.Code, refusal.Detail, new Dictionary<string, string>()));
        return (TaskState.Done, new TaskResult(null, null, new Dictionary<string, string>
        {
            ["recalculated"] = charged.Recalculated ? "true" : "false",
            ["count"] = charged.Count.ToString(CultureInfo.InvariantCulture),
            ["total"] = charged.Total.Ore.ToString(CultureInfo.InvariantCulture),
        }));
    }

    private (TaskState, TaskResult) DoDiscover(Installation acting, LongTask task, CancellationToken cancel)
    {
        var outcome = DiscoveryTask.Run(acting, DiscoveryInput.Of(task), (answered, share) => queue.Report(task.Id, new TaskProgress(answered, share)), cancel);
        if (!outcome.TryGet(out var discovery, out var refusal)) return (TaskState.Failed, new TaskResult(refusal.Code, refusal.Detail, new Dictionary<string, string>()));
        return (TaskState.Done, new TaskResult(null, null, new Dictionary<string, string>
        {
            ["count"] = discovery.Found.Count.ToString(CultureInfo.InvariantCulture),
            ["found"] = DiscoveryTask.Write(discovery),
        }));
    }

    private (TaskState, TaskResult) DoImport(Installation acting, LongTask task, CancellationToken cancel)
    {
        var input = ImportInput.Of(task);
        if (!File.Exists(input.Path)) return (TaskState.Failed, new TaskResult("import_gone", input.FileName, new Dictionary<string, string>()));
        var at = DateTimeOffset.MinValue;
        var progress = new Reporting<ImportProgress>(now =>
        {
            if (Now - at < ReportEvery) return;
            at = Now;
            queue.Report(task.Id, new TaskProgress(now.Rows, now.Share));
        });
        var outcome = ImportFile.Run(acting, new ImportRequest(input.Kind, input.Path, input.DryRun, input.ReportPath, input.DecimalComma, input.Reason), progress, cancel);
        return (TaskState.Done, new TaskResult(null, null, new Dictionary<string, int>
        {
            ["read"] = outcome.Read, ["accepted"] = outcome.Accepted, ["rejected"] = outcome.Rejected,
            ["created"] = outcome.Created, ["updated"] = outcome.Updated, ["unchanged"] = outcome.Unchanged, ["findings"] = outcome.Findings,
        }.ToDictionary(v => v.Key, v => v.Value.ToString(CultureInfo.InvariantCulture))));
    }

    // The framework's Progress<T> posts to other threads, so that a last report may come after the end.
    private sealed class Reporting<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
