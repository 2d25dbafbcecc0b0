using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>A file of a month, made when it is asked for.</summary>
[Needs(Permission.ExportMonth)]
public sealed class FilesModel(Installation installation) : PageModel
{
    public IActionResult OnGet(string month, string what)
    {
        var viewer = HttpContext.Viewer();
        if (!viewer.Reach(Permission.ExportMonth).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        var swedish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";
        if (!BillingMonth.TryParse(month, out var which)
            || !MonthDownload.Make(installation with { Actor = viewer.Account }, which, what, swedish, HttpContext.RequestAborted).TryGet(out var file, out _)) return NotFound();
        HttpContext.Response.RegisterForDispose(file);
        RecordDownload.Run(installation with { Actor = viewer.Account }, which, file);
        var kind = Path.GetExtension(file.Name) switch { ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".csv" => "text/csv; charset=utf-8", _ => "application/zip" };
        return PhysicalFile(file.Path, kind, file.Name);
    }
}
