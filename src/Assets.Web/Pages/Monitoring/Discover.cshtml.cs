using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Jobs;
using Assets.Operations.Monitoring;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Monitoring;

/// <summary>Looks through a piece of network as a task, and lets a person choose which of what answered is put under watch.</summary>
[Needs(Permission.EditNetwork)]
public sealed class DiscoverModel(Installation installation, TaskQueue queue, Words words, Formats formats) : PageModel
{
    private const int Shown = 10;
    private const int LongestDescription = 120;

    public LongTask? Work { get; private set; }

    public DiscoveryInput? Input { get; private set; }

    /// <summary>What answered; with the name of each that is watched by now.</summary>
    public IReadOnlyList<DiscoveredDevice> Found { get; private set; } = [];

    public IReadOnlyList<LongTask> Earlier { get; private set; } = [];

    public IReadOnlyList<CredentialListItem> Credentials { get; private set; } = [];

    /// <summary>Networks that were kept at the first start, each with its community.</summary>
    public IReadOnlyList<SnmpRange> Kept { get; private set; } = [];

    public string? Refused { get; private set; }

    private bool May => HttpContext.Viewer().Reach(Permission.EditNetwork).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    /// <summary>What a device says of itself has any length.</summary>
    public string Short(string? description) => description is { Length: > LongestDescription } ? description[..LongestDescription] + "…" : description ?? "";

    public IActionResult OnGet(int? id)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        return Load(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? range, string? port, List<int> credentials)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var input = new DiscoveryInput((range ?? "").Trim(), int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, credentials);
        if (DiscoveryTask.Fault(input) is { } fault)
        {
            Load(null);
            (Input, Refused) = (input, words.Refused(fault));
            return Page();
        }
        return await Search(input);
    }

    public async Task<IActionResult> OnPostKeptAsync(int range)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (SnmpRanges.AsSearch(Acting, CommunityKeys.Open(installation), range).TryGet(out var input, out var refusal)) return await Search(input);
        TempData["Refusal"] = words.Refused(refusal);
        return Redirect("/devices/discover");
    }

    public IActionResult OnPostForget(int range)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        SnmpRanges.Remove(Acting, range);
        return Redirect("/devices/discover");
    }

    public IActionResult OnPostAccept(int id, List<string> take)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (!Load(id)) return NotFound();
        var keys = CommunityKeys.Open(installation);
        var (taken, refused) = (0, new List<string>());
        foreach (var device in Found.Where(device => device.Watched is null && take.Contains(device.Address, StringComparer.Ordinal)))
        {
            var name = string.IsNullOrWhiteSpace(device.SysName) ? device.Address : Clean(device.SysName);
            var settings = new DeviceSettings(name, Request.Form[$"asset-{device.Address}"].ToString(), device.Address, device.Port, CredentialId: device.Community);
            if (RegisterDevice.Add(Acting, keys, settings).TryGet(out _, out var refusal)) taken++;
            else refused.Add($"{device.Address}: {words.Refused(refusal)}");
        }
        if (taken > 0) TempData["Message"] = words.Count("discover.taken", taken, formats.Number(taken));
        if (refused.Count > 0) TempData["Refusal"] = string.Join(' ', refused.Take(Shown));
        return Redirect($"/devices/discover/{id.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<IActionResult> Search(DiscoveryInput input)
    {
        var task = await queue.Start(TaskQueue.Discover, input.Range, input, HttpContext.Viewer().Account, HttpContext.RequestAborted);
        return Redirect($"/devices/discover/{task.Id.ToString(CultureInfo.InvariantCulture)}");
    }

    private bool Load(int? id)
    {
        Kept = SnmpRanges.Read(installation);
        Credentials = CredentialList.Read(installation.Database);
        Earlier = LongTask.Recent(installation.Database, TaskQueue.Discover, Shown);
        if (id is not { } given) return true;
        if (LongTask.Find(installation.Database, given) is not { Kind: TaskQueue.Discover } task) return false;
        Work = task;
        Input = DiscoveryInput.Of(task);
        if (TaskWords.ResultOf(task)?.Values.GetValueOrDefault("found") is not { } json) return true;
        var watched = DeviceList.Places(installation.Database);
        Found = [.. DiscoveryTask.Read(json).Select(device => device with { Watched = watched.GetValueOrDefault((device.Address, device.Port)) })];
        return true;
    }

    // A device may call itself anything.
    private static string Clean(string name) => new([.. name.Where(sign => !char.IsControl(sign)).Take(200)]);
}
