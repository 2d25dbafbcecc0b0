using Assets.Core.Access;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Monitoring;

[Needs(Permission.ViewNetwork)]
public sealed class DeviceModel(Database database, Traffic traffic) : PageModel
{
    public DeviceDetails Device { get; private set; } = null!;

    public IReadOnlyList<TrafficPoint> Traffic { get; private set; } = [];

    public IReadOnlyList<StatusEvent> Events { get; private set; } = [];

    public bool MayEdit => HttpContext.Viewer().Reach(Permission.EditNetwork).IsEverywhere;

    public IActionResult OnGet(int id)
    {
        var reach = HttpContext.Viewer().Reach(Permission.ViewNetwork);
        if (DeviceDetails.Read(database, reach, id) is not { } device) return NotFound();
        Device = device;
        Traffic = traffic.OfDevice(id, TimeSpan.FromHours(24), TimeSpan.FromMinutes(15));
        Events = DeviceList.Events(database, reach, 20, id);
        return Page();
    }
}
