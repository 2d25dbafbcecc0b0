using System.Globalization;
using System.Text.Json;
using Assets.Core.Access;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Imports;
using Assets.Operations.Jobs;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assets.Web.Api;

/// <param name="Share">How far it has come, from 0 to 1.</param>
/// <param name="Result">What came of it.</param>
/// <param name="DryRun">Of an import: whether it is a trial, which changes nothing. None for other tasks.</param>
public sealed record TaskView(
    int Id, string Kind, string Subject, string StartedBy, DateTimeOffset CreatedAt, TaskState State, double Share, DateTimeOffset? FinishedAt, TaskResultView? Result, bool? DryRun);

public sealed record TaskResultView(string? RefusedBy, string? Detail, IReadOnlyDictionary<string, string> Values);

/// <summary>The body is a file as it is, CSV or XLSX, and may be as large as an upload on the page.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFileAttribute : Attribute;

/// <summary>Long work and how far it has come; and imports, which are long work.</summary>
internal static class TasksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tasks/{id:int}", Get).WithSummary("How far a task has come, and what came of it");
        api.MapGet("/imports", List).WithSummary("Imports; the newest first");
        api.MapPost("/imports/{kind}", Import).WithSummary("Tries a file (CSV or XLSX as the body; for device-types YAML or a zip of it), or with dry_run=false imports it");
        api.MapPost("/imports/{id:int}/apply", Apply).WithSummary("Imports the file of a trial that went through, or once more one whose import was broken off; 409 after a trial that was broken off");
        api.MapGet("/imports/{id:int}/report", Report).WithSummary("The rows that were refused, as CSV").Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    public static Answer<TaskView> Begun(TaskQueue queue, LongTask task) => Answer<TaskView>.Of(View(queue, task), location: string.Create(CultureInfo.InvariantCulture, $"/api/v1/tasks/{task.Id}"));

    // A task shows what its kind shows: a month's run to those who run months, an import to those who see imports.
    [Needs(Permission.RunMonth, Permission.ViewImports)]
    private static Answer<TaskView> Get(Caller caller, TaskQueue queue, int id) =>
        LongTask.Find(caller.Database, id) is { } task && caller.MayEverywhere(task.Kind == TaskQueue.Import ? Permission.ViewImports : Permission.RunMonth) ? View(queue, task) : ApiProblem.NotFound;

    [Needs(Permission.ViewImports)]
    private static Answer<Listed<TaskView>> List(Caller caller, TaskQueue queue, string? cursor, int? limit)
    {
        if (!caller.MayEverywhere(Permission.ViewImports)) return ApiProblem.NotAllowed;
        if (!Paging.TryNumber(cursor, out var before)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        return Paging.Page([.. LongTask.Recent(caller.Database, TaskQueue.Import, size + 1, before).Select(task => View(queue, task))], size, task => Paging.Number(task.Id));
    }

    [Needs(Permission.Import)]
    [TakesFile]
    [Answers(StatusCodes.Status202Accepted)]
    private static async Task<Answer<TaskView>> Import(Caller caller, TaskQueue queue, Installation installation, string kind, [FromQuery(Name = "dry_run")] bool? dryRun, string? reason)
    {
        if (!caller.MayEverywhere(Permission.Import)) return ApiProblem.NotAllowed;
        if (!ImportFile.Kinds.Contains(kind)) return ApiProblem.Field("kind", $"One of {string.Join(", ", ImportFile.Kinds)}.");
        var ending = caller.Http.Request.ContentType?.Contains("spreadsheetml", StringComparison.Ordinal) == true ? ".xlsx" : ".csv";
        var path = Uploads.NewFile(installation, ending);
        await using (var target = File.Create(path)) await caller.Http.Request.Body.CopyToAsync(target, caller.Http.RequestAborted);
        var input = new ImportInput(kind, path, $"{kind}{ending}", dryRun != false, false, AssetsApi.Some(reason));
        return Begun(queue, await queue.Start(TaskQueue.Import, $"{kind} {Path.GetFileName(path)}", input, caller.Viewer.Account, caller.Http.RequestAborted));
    }

    [Needs(Permission.Import)]
    [Answers(StatusCodes.Status202Accepted)]
    private static async Task<Answer<TaskView>> Apply(Caller caller, TaskQueue queue, int id)
    {
        if (!caller.MayEverywhere(Permission.Import)) return ApiProblem.NotAllowed;
        if (Find(caller, id) is not { } task) return ApiProblem.NotFound;
        var last = LongTask.Last(caller.Database, TaskQueue.Import, task.Subject);
        // Broken off, it has not told what the import would do: to go on with it would be one more trial, and look like the import.
        if (last?.Id == task.Id && task.State == TaskState.Interrupted && ImportInput.Of(task).DryRun) return ApiProblem.Of(StatusCodes.Status409Conflict, "trial_broken_off");
        if (last?.Id != task.Id || ImportInput.After(task) is not { } input) return Begun(queue, last ?? task);
        return Begun(queue, await queue.Start(TaskQueue.Import, task.Subject, input, caller.Viewer.Account, caller.Http.RequestAborted));
    }

    [Needs(Permission.ViewImports)]
    private static IResult Report(Caller caller, int id)
    {
        if (!caller.MayEverywhere(Permission.ViewImports)) return new Refused(ApiProblem.NotAllowed);
        return Find(caller, id) is { } task && ImportInput.Of(task) is var input && File.Exists(input.ReportPath)
            ? Results.File(input.ReportPath, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(input.FileName)}-report.csv")
            : new Refused(ApiProblem.NotFound);
    }

    private static LongTask? Find(Caller caller, int id) => LongTask.Find(caller.Database, id) is { Kind: TaskQueue.Import } task ? task : null;

    private static TaskView View(TaskQueue queue, LongTask task)
    {
        var result = task.Result is { Length: > 0 } text && text[0] == '{' ? JsonSerializer.Deserialize<TaskResult>(text) : null;
        var share = task.IsUnderWay ? queue.ProgressOf(task.Id)?.Share ?? 0 : 1;
        return new TaskView(
            task.Id, task.Kind, task.Subject, task.StartedBy, task.CreatedAt, task.State, share, task.FinishedAt,
            result is null ? null : new TaskResultView(result.Refusal, result.Detail, result.Values),
            task.Kind == TaskQueue.Import ? ImportInput.Of(task).DryRun : null);
    }
}
