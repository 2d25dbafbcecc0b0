using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Monitoring;
using Assets.Operations;
using Assets.Operations.Monitoring;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Monitoring;

/// <summary>How a device is watched, as typed.</summary>
public sealed class DeviceForm
{
    public string? Name { get; set; }
    public string? Asset { get; set; }
    public string? Address { get; set; }
    public string? Port { get; set; }
    public string? Seconds { get; set; }
    public int? Credential { get; set; }
    public string? Profile { get; set; }
    public int Version { get; set; } = 2;

    /// <summary>Never sent back to the browser.</summary>
    public string? Community { get; set; }
    public bool Enabled { get; set; }
    public string? Reason { get; set; }
    public long? Seen { get; set; }
}

/// <summary>Puts a device under watch, or changes how it is watched.</summary>
[Needs(Permission.EditNetwork)]
public sealed class EditDeviceModel(Installation installation, Words words) : PageModel
{
    [BindProperty]
    public DeviceForm Form { get; set; } = new();

    /// <summary>None for a new one.</summary>
    public DeviceRegistration? Device { get; private set; }

    /// <summary>What somebody else has made of it meanwhile.</summary>
    public DeviceRegistration? Theirs { get; private set; }

    public IReadOnlyList<(string Field, string? Mine, string? Other)> Conflicts { get; private set; } = [];

    public IReadOnlyList<CredentialListItem> Credentials { get; private set; } = [];

    public string? Refused { get; private set; }

    public string Leave => Device is { } device ? $"/devices/{Text(device.Id)}" : "/devices";

    // A device that is no asset belongs to no unit: who watches a part of the assets only does not choose what is asked on the network.
    private bool May => HttpContext.Viewer().Reach(Permission.EditNetwork).IsEverywhere;

    public IActionResult OnGet(int? id)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (!Load(id)) return NotFound();
        Form = Device is { } device ? Of(device) : new DeviceForm { Port = "161", Enabled = true, Profile = DeviceSettings.DefaultProfile, Credential = Credentials.Count == 1 ? Credentials[0].Id : null };
        return Page();
    }

    public IActionResult OnPost(int? id)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (!Load(id)) return NotFound();
        var community = string.IsNullOrEmpty(Form.Community) ? null : Form.Community;
        Form.Community = null;
        if (!int.TryParse(Form.Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return Refuse(DeviceRefusals.BadPort, Form.Port);
        int? seconds = null;
        if (!string.IsNullOrWhiteSpace(Form.Seconds))
        {
            if (!int.TryParse(Form.Seconds.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var given)) return Refuse(DeviceRefusals.BadInterval, Form.Seconds);
            seconds = given;
        }
        var settings = new DeviceSettings(Form.Name ?? "", Form.Asset, Form.Address ?? "", port, Form.Version, community, Form.Profile ?? "", Form.Enabled, Form.Credential, seconds);
        var keys = CommunityKeys.Open(installation);
        var acting = installation with { Actor = HttpContext.Viewer().Account };
        var outcome = Device is { } device
            ? RegisterDevice.Change(acting, keys, device.Id, settings, string.IsNullOrWhiteSpace(Form.Reason) ? null : Form.Reason.Trim(), Form.Seen)
            : RegisterDevice.Add(acting, keys, settings);
        if (outcome.TryGet(out var saved, out var refusal))
        {
            TempData["Message"] = words.Of("register.saved", settings.Name.Trim());
            return Redirect($"/devices/{Text(saved.Id)}");
        }
        if (refusal.Code != DeviceRefusals.ChangedMeanwhile) return Refuse(refusal.Code, refusal.Detail);
        Theirs = Device;
        Conflicts = [.. Fields(Form).Zip(Fields(Of(Device!))).Where(pair => (pair.First.Value ?? "").Trim() != (pair.Second.Value ?? "")).Select(pair => (pair.First.Field, pair.First.Value, pair.Second.Value))];
        Form.Seen = Device!.ChangeSetId;
        ModelState.Clear();
        return Page();
    }

    private PageResult Refuse(string code, string? detail)
    {
        Refused = words.Of($"refusal.{code}", detail);
        return Page();
    }

    private bool Load(int? id)
    {
        if (id is { } given && (Device = DeviceRegistration.Find(installation.Database, given)) is null) return false;
        Credentials = CredentialList.Read(installation.Database);
        return true;
    }

    private IEnumerable<(string Field, string? Value)> Fields(DeviceForm form) =>
    [
        ("name", form.Name), ("address", form.Address), ("port", form.Port), ("poll_seconds", form.Seconds), ("profile", form.Profile),
        ("credential", Credentials.FirstOrDefault(c => c.Id == form.Credential)?.Name), ("enabled", words[form.Enabled ? "devices.yes" : "devices.no"]),
    ];

    private static DeviceForm Of(DeviceRegistration device) => new()
    {
        Name = device.Name, Asset = device.AssetTag, Address = device.Address, Port = Text(device.Port), Seconds = device.PollSeconds is { } seconds ? Text(seconds) : null,
        Credential = device.CredentialId, Profile = device.Profile, Version = device.Version, Enabled = device.Enabled, Seen = device.ChangeSetId,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
