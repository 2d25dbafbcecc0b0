using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

/// <summary>Who changed what, when and why: for those who see the whole.</summary>
[Needs(Permission.ViewAudit)]
public sealed class AuditModel(Installation installation) : PageModel
{
    public AuditQuery Query { get; private set; } = new();

    public IReadOnlyList<AuditedAct> Acts { get; private set; } = [];

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    public IActionResult OnGet(string? actor, string? verb, DateOnly? day, long? before)
    {
        if (!HttpContext.Viewer().Reach(Permission.ViewAudit).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        Query = new AuditQuery(Text(actor), Text(verb), day, before);
        var acts = AuditTrail.Read(installation.Database, Query, installation.Clock.LocalTimeZone);
        Acts = [.. acts.Take(AuditTrail.PageSize)];
        if (acts.Count > AuditTrail.PageSize)
            Next = string.Create(CultureInfo.InvariantCulture, $"/audit?before={Acts[^1].Id}&actor={Uri.EscapeDataString(Query.Actor ?? "")}&verb={Uri.EscapeDataString(Query.Verb ?? "")}&day={day:yyyy-MM-dd}");
        return Page();
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
