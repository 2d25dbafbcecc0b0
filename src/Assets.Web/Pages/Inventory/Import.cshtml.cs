using System.Text;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Organisations;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Imports;
using Assets.Operations.Jobs;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>A file from somebody's own computer: first tried, with what is wrong in it shown, then imported.</summary>
[Needs(Permission.ViewImports)]
[TakesUpload(Permission.Import)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit.MostBytes)]
public sealed class ImportModel(Installation installation, TaskQueue queue, Words words) : PageModel
{
    private const int Shown = 10;

    /// <summary>So far a report is read for its first errors, which warnings may hide.</summary>
    private const int LookedThrough = 2_000;

    public int MostMegabytes => UploadLimit.Megabytes(installation);

    public IReadOnlyList<LongTask> Tasks { get; private set; } = [];

    public bool May => HttpContext.Viewer().Reach(Permission.Import).IsEverywhere;

    private bool Sees => HttpContext.Viewer().Reach(Permission.ViewImports).IsEverywhere;

    public IActionResult OnGet()
    {
        if (!Sees) return StatusCode(StatusCodes.Status403Forbidden);
        Tasks = LongTask.Recent(installation.Database, TaskQueue.Import, Shown);
        return Page();
    }

    public IActionResult OnGetReport(int id)
    {
        if (!Sees || Find(id) is not { } task || ImportInput.Of(task) is not { } input || !System.IO.File.Exists(input.ReportPath)) return NotFound();
        var stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        // With a mark, by which Excel knows it for UTF-8.
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)) input.WriteReport(writer, finding => ImportWords.Say(words, finding));
        stream.Position = 0;
        return File(stream, "text/csv; charset=utf-8", Path.GetFileNameWithoutExtension(input.FileName) + "-report.csv");
    }

    /// <summary>A file with the header and nothing below it, parted as the reader's Excel parts.</summary>
    public IActionResult OnGetTemplate(string? kind)
    {
        if (!Sees || kind is null || !ImportFile.Kinds.Contains(kind) || ImportFile.ColumnsOf(kind) is not { All.Count: > 0 } columns) return NotFound();
        var separator = HttpContext.Viewer().Language == "en" ? ',' : ';';
        return File(Encoding.ASCII.GetBytes(string.Join(separator, columns.All) + "\r\n"), "text/csv; charset=utf-8", kind + ".csv");
    }

    public async Task<IActionResult> OnPostAsync(string? kind, IFormFile? file, string? reason, bool comma)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (file is null || kind is null || !ImportFile.Kinds.Contains(kind)) return NotFound();
        if (file.Length > MostMegabytes * 1_000_000L) return Refused(file.FileName);
        var path = Uploads.NewFile(installation, Ending(file.FileName));
        await using (var target = System.IO.File.Create(path)) await file.CopyToAsync(target, HttpContext.RequestAborted);
        var name = Path.GetFileName(file.FileName);
        await queue.Start(TaskQueue.Import, $"{kind} {Path.GetFileName(path)}", new ImportInput(kind, path, name, true, comma, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), HttpContext.Viewer().Account, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostApplyAsync(int id)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (Find(id) is not { } task) return NotFound();
        if (After(task) is { } input) await queue.Start(TaskQueue.Import, task.Subject, input, HttpContext.Viewer().Account, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    /// <summary>What the button below a task begins; the same file is not imported twice by a double click.</summary>
    public ImportInput? After(LongTask task) =>
        May && ImportInput.After(task) is { } input && LongTask.Last(installation.Database, TaskQueue.Import, task.Subject)?.Id == task.Id ? input : null;

    /// <summary>The first findings of a file that has been tried or imported, errors before warnings.</summary>
    public IReadOnlyList<ImportFinding> Findings(LongTask task) =>
        task.IsUnderWay ? [] : [.. ImportInput.Of(task).Findings().Take(LookedThrough).OrderByDescending(finding => finding.IsError).Take(Shown)];

    /// <summary>The words that a column takes, where it takes only some, with what they mean.</summary>
    public IEnumerable<(string Column, IEnumerable<(string Word, string Text)> Choices)> ChoicesOf(string kind) => kind switch
    {
        "organisations" => [("kind", Said("organisation", OrganisationKinds.Vocabulary.Words))],
        "sites" => [("connection", Said("connection", ["fibre", "adsl", "mobile", "none"]))],
        "models" => [("kind", Said("kind", AssetKinds.Vocabulary.Words))],
        "assets" => [("state", Said("state", AssetStates.Vocabulary.Words))],
        _ => [],
    };

    private IEnumerable<(string Word, string Text)> Said(string family, IEnumerable<string> choices) => choices.Select(word => (word, words.Known(family, word)));

    private LongTask? Find(int id) => LongTask.Find(installation.Database, id) is { Kind: TaskQueue.Import } task ? task : null;

    private RedirectToPageResult Refused(string file)
    {
        TempData["Refusal"] = words.Of("refusal.import_too_large", file, MostMegabytes);
        return RedirectToPage();
    }

    private static string Ending(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".txt" or ".xlsx" or ".zip" or ".yaml" or ".yml" ? Path.GetExtension(name).ToLowerInvariant() : ".csv";
}
