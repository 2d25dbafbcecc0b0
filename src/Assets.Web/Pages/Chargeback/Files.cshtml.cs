using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>A file of a month, made when it is asked for. Who may only look takes those of closed months: they say what was booked and change no more.</summary>
[Needs(Permission.ViewBookedFiles)]
public sealed class FilesModel(Installation installation) : PageModel
{
    public IActionResult OnGet(string month, string what)
    {
        var viewer = HttpContext.Viewer();
        if (!viewer.Reach(Permission.ViewBookedFiles).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        var swedish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";
        if (!BillingMonth.TryParse(month, out var which) || MonthList.Find(installation.Database, installation.Today, which) is not { } head) return NotFound();
        if (!head.IsClosed && !viewer.Reach(Permission.ExportMonth).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (!MonthDownload.Make(installation with { Actor = viewer.Account }, which, what, swedish, HttpContext.RequestAborted).TryGet(out var file, out _)) return NotFound();
        HttpContext.Response.RegisterForDispose(file);
        RecordDownload.Run(installation with { Actor = viewer.Account }, which, file);
        var kind = Path.GetExtension(file.Name) switch { ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".csv" => "text/csv; charset=utf-8", _ => "application/zip" };
        return PhysicalFile(file.Path, kind, file.Name);
    }
}
