using Assets.Core.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>The makers' data sheets that have been imported, and the models that they describe.</summary>
[Needs(Permission.ViewRegister)]
public sealed class DeviceTypeListModel(Database database) : PageModel
{
    private const int Most = 300;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    public bool MayImport { get; private set; }

    public IReadOnlyList<DeviceTypeItem> Items { get; private set; } = [];

    public IEnumerable<DeviceTypeItem> Shown => Items.Take(Most);

    public void OnGet()
    {
        MayImport = HttpContext.Viewer().Reach(Permission.Import).IsEverywhere;
        Items = DeviceTypes.Read(database, Term is { Length: > 100 } ? Term[..100] : Term ?? "");
    }
}
