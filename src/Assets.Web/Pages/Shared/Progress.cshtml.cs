using Assets.Core.Access;
using Assets.Data.Storage;
using Assets.Operations.Jobs;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Shared;

/// <summary>How far long work has come: alone, or as the part of a page that asks each second.</summary>
[Needs(Permission.RunMonth, Permission.ViewImports, Permission.EditNetwork)]
public sealed class ProgressModel(Database database) : PageModel
{
    public LongTask Work { get; private set; } = null!;

    public string Back => Work.Kind switch
    {
        TaskQueue.Charge => $"/months/{Work.Subject}",
        TaskQueue.Discover => $"/devices/discover/{Work.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        _ => "/import",
    };

    public IActionResult OnGet(int id)
    {
        if (LongTask.Find(database, id) is not { } task) return NotFound();
        if (!HttpContext.Viewer().Reach(task.Kind switch { TaskQueue.Charge => Permission.RunMonth, TaskQueue.Discover => Permission.EditNetwork, _ => Permission.ViewImports }).IsEverywhere) return NotFound();
        Work = task;
        if (!Request.Headers.ContainsKey("HX-Request")) return Page();
        Response.Headers.Vary = "HX-Request";
        if (!task.IsUnderWay) Response.Headers["HX-Refresh"] = "true"; // what stands around it has changed too
        return Partial("_Task", task);
    }
}
