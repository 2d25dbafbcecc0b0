using Assets.Core.Access;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Monitoring;

[Needs(Permission.ViewNetwork)]
public sealed class DevicesModel(Database database) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    public IReadOnlyList<DeviceListItem> Devices { get; private set; } = [];

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term) || !string.IsNullOrEmpty(Status);

    public bool MayEdit => HttpContext.Viewer().Reach(Permission.EditNetwork).IsEverywhere;

    public void OnGet() => Devices = DeviceList.Read(
        database,
        HttpContext.Viewer().Reach(Permission.ViewNetwork),
        Status switch { "up" => DeviceStatus.Up, "down" => DeviceStatus.Down, "unknown" => DeviceStatus.Unknown, _ => null },
        Term?.Trim() ?? "");
}
