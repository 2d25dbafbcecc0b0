using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Operations.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Monitoring;

[Needs(Permission.ViewNetwork)]
public sealed class DevicesModel(Database database, ListDownloads files, Words words, Formats formats) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>The place after which this page begins, as <see cref="Next"/> writes it; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<DeviceListItem> Devices { get; private set; } = [];

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    public ListViews Views { get; private set; } = new(NamedList.Devices, "", []);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term) || !string.IsNullOrEmpty(Status) || !string.IsNullOrEmpty(After);

    public bool MayEdit => HttpContext.Viewer().Reach(Permission.EditNetwork).IsEverywhere;

    public void OnGet()
    {
        var found = Read(PlaceAfter(After), PageSize + 1);
        Devices = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Written(DevicePlace.Of(Devices[^1]));
        Views = ListViews.Of(database, HttpContext.Viewer(), NamedList.Devices, Address());
    }

    public IActionResult OnGetFile(string? format) => files.Make(
        words["nav.devices"],
        format,
        [
            ListColumn<DeviceListItem>.Text(words["device.status"], 14, device => words[$"status.{device.Status.ToString().ToLowerInvariant()}"]),
            ListColumn<DeviceListItem>.Text(words["device.name"], 26, device => device.Name),
            ListColumn<DeviceListItem>.Text(words["asset.tag"], 14, device => device.AssetTag),
            ListColumn<DeviceListItem>.Text(words["asset.kind"], 16, device => device.Kind is { } kind ? words[$"kind.{AssetKinds.Vocabulary.Word(kind)}"] : null),
            ListColumn<DeviceListItem>.Text(words["device.address"], 18, device => device.Address),
            ListColumn<DeviceListItem>.Text(words["asset.place"], 30, device => device.Site),
            ListColumn<DeviceListItem>.Text(words["device.seen"], 18, device => device.LastSeen is { } seen ? formats.Time(seen) : null),
            ListColumn<DeviceListItem>.Text(words["device.uptime"], 14, device => device is { Uptime: { } uptime, Status: DeviceStatus.Up } ? formats.Span(uptime) : null),
        ],
        Read());

    /// <summary>The address of this list, from a place on.</summary>
    public string Address(string? after = null) => QueryHelpers.AddQueryString("/devices", new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Term, ["status"] = Status, ["after"] = after }.Where(part => !string.IsNullOrWhiteSpace(part.Value)));

    private static string Written(DevicePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Urgency} {place.Id} {place.Name}");

    private static DevicePlace? PlaceAfter(string? written) =>
        written?.Split(' ', 3) is [var urgency, var number, var name] && int.TryParse(urgency, CultureInfo.InvariantCulture, out var rank) && int.TryParse(number, CultureInfo.InvariantCulture, out var id)
            ? new DevicePlace(rank, name, id)
            : null;

    private IReadOnlyList<DeviceListItem> Read(DevicePlace? after = null, int limit = int.MaxValue) => DeviceList.Read(
        database,
        HttpContext.Viewer().Reach(Permission.ViewNetwork),
        Status switch { "up" => DeviceStatus.Up, "down" => DeviceStatus.Down, "unknown" => DeviceStatus.Unknown, _ => null },
        Term?.Trim() ?? "",
        after,
        limit);
}
