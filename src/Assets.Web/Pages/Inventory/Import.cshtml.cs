using Assets.Core.Access;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Imports;
using Assets.Operations.Jobs;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>A file from somebody's own computer: first tried, with its rejected rows shown, then imported.</summary>
[Needs(Permission.Import)]
[TakesUpload]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit.MostBytes)]
public sealed class ImportModel(Installation installation, TaskQueue queue, Words words) : PageModel
{
    private const int Shown = 10;

    public int MostMegabytes => UploadLimit.Megabytes(installation);

    public IReadOnlyList<LongTask> Tasks { get; private set; } = [];

    private bool May => HttpContext.Viewer().Reach(Permission.Import).IsEverywhere;

    public IActionResult OnGet()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Tasks = LongTask.Recent(installation.Database, TaskQueue.Import, Shown);
        return Page();
    }

    public IActionResult OnGetReport(int id) =>
        May && Find(id) is { } task && ImportInput.Of(task) is var input && System.IO.File.Exists(input.ReportPath)
            ? PhysicalFile(input.ReportPath, "text/csv; charset=utf-8", Path.GetFileNameWithoutExtension(input.FileName) + "-report.csv")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(string? kind, IFormFile? file, string? reason)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (file is null || kind is null || !ImportFile.Kinds.Contains(kind)) return NotFound();
        if (file.Length > MostMegabytes * 1_000_000L) return Refused(file.FileName);
        var path = Uploads.NewFile(installation, Ending(file.FileName));
        await using (var target = System.IO.File.Create(path)) await file.CopyToAsync(target, HttpContext.RequestAborted);
        var name = Path.GetFileName(file.FileName);
        await queue.Start(TaskQueue.Import, $"{kind} {Path.GetFileName(path)}", new ImportInput(kind, path, name, true, false, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), HttpContext.Viewer().Account, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostApplyAsync(int id)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (Find(id) is not { } task) return NotFound();
        if (MayApply(task)) await queue.Start(TaskQueue.Import, task.Subject, ImportInput.Of(task) with { DryRun = false }, HttpContext.Viewer().Account, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    /// <summary>After a trial that went well, or again after a stop in the middle; the same file is not imported twice by a double click.</summary>
    public bool MayApply(LongTask task) =>
        (task.State == TaskState.Interrupted || (task.State == TaskState.Done && ImportInput.Of(task).DryRun))
        && LongTask.Last(installation.Database, TaskQueue.Import, task.Subject)?.Id == task.Id && System.IO.File.Exists(ImportInput.Of(task).Path);

    /// <summary>The first rows of the report: record, line, severity, code, field, message.</summary>
    public IReadOnlyList<string[]> RejectedOf(LongTask task)
    {
        var input = ImportInput.Of(task);
        if (task.IsUnderWay || !System.IO.File.Exists(input.ReportPath)) return [];
        return [.. System.IO.File.ReadLines(input.ReportPath).Skip(1).Take(Shown).Select(line => line.Split(',', 6)).Where(row => row.Length == 6)];
    }

    private LongTask? Find(int id) => LongTask.Find(installation.Database, id) is { Kind: TaskQueue.Import } task ? task : null;

    private RedirectToPageResult Refused(string file)
    {
        TempData["Refusal"] = words.Of("refusal.import_too_large", file, MostMegabytes);
        return RedirectToPage();
    }

    private static string Ending(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".txt" or ".xlsx" or ".zip" ? Path.GetExtension(name).ToLowerInvariant() : ".csv";
}
