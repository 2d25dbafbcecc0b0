using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Monitoring;
using Assets.Operations.Monitoring;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Community">Never told again; none keeps the one stored.</param>
/// <param name="CredentialId">A credential in its place, with its version.</param>
/// <param name="PollSeconds">How long to wait between two readings; none for each pass.</param>
public sealed record DeviceWatch(
    string Name, string Address, string? AssetTag = null, int Port = 161, int Version = 2, string? Community = null, string Profile = "full", bool Enabled = true, string? Reason = null,
    int? CredentialId = null, int? PollSeconds = null);

/// <summary>Communication equipment that is polled: what answers, since when, and what it says of its ports.</summary>
internal static class DevicesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/devices", List).WithSummary("Polled devices with their status, by name");
        api.MapGet("/devices/{id:int}", Get).WithSummary("One device with its interfaces, with the version for If-Match as its ETag");
        api.MapGet("/devices/{id:int}/events", Events).WithSummary("When it went down and came back; the newest first");
        api.MapPost("/devices", Add).WithSummary("Puts a device under watch");
        api.MapPut("/devices/{id:int}", Change).WithSummary("Changes how a device is watched");
    }

    [Needs(Permission.ViewNetwork)]
    private static Answer<Listed<DeviceListItem>> List(Caller caller, string? q, string? cursor, int? limit)
    {
        if (!TryAfter(cursor, out var after)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        return Paging.Page(DeviceList.Page(caller.Database, caller.Reach(Permission.ViewNetwork), AssetsApi.Short(q), after, size + 1), size, device => $"{Paging.Number(device.Id)} {device.Name}");
    }

    private static bool TryAfter(string? cursor, out (string Name, int Id)? after)
    {
        after = null;
        if (!Paging.TryPlace(cursor, out var place)) return false;
        if (place is null) return true;
        if (place.Split(' ', 2) is not [var number, var name] || !int.TryParse(number, CultureInfo.InvariantCulture, out var id)) return false;
        after = (name, id);
        return true;
    }

    [Needs(Permission.ViewNetwork)]
    private static Answer<DeviceDetails> Get(Caller caller, int id) => DeviceDetails.Read(caller.Database, caller.Reach(Permission.ViewNetwork), id) is { } device
        ? Answer<DeviceDetails>.Of(device, device.ChangeSetId)
        : ApiProblem.NotFound;

    [Needs(Permission.ViewNetwork)]
    private static Answer<Listed<StatusEvent>> Events(Caller caller, int id, string? cursor, int? limit)
    {
        if (!Paging.TryInstant(cursor, out var before)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        var reach = caller.Reach(Permission.ViewNetwork);
        if (DeviceDetails.Read(caller.Database, reach, id) is null) return ApiProblem.NotFound;
        return Paging.Page(DeviceList.Events(caller.Database, reach, size + 1, id, before), size, happened => happened.At.ToString("O", CultureInfo.InvariantCulture));
    }

    // What is polled is the IT unit's: no part of the organisation sends packets into the net.
    [Needs(Permission.EditNetwork)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<RegisteredDevice> Add(Caller caller, DeviceWatch body) => caller.MayEverywhere(Permission.EditNetwork)
        ? RegisterDevice.Add(caller.Acting, CommunityKeys.Open(caller.Acting), Settings(body))
        : ApiProblem.NotAllowed;

    [Needs(Permission.EditNetwork)]
    [ChangesWhatWasSeen]
    private static Answer<RegisteredDevice> Change(Caller caller, int id, DeviceWatch body)
    {
        if (!caller.MayEverywhere(Permission.EditNetwork)) return ApiProblem.NotAllowed;
        var outcome = RegisterDevice.Change(caller.Acting, CommunityKeys.Open(caller.Acting), id, Settings(body), AssetsApi.Some(body.Reason), caller.SeenVersion);
        if (!outcome.TryGet(out var changed, out var refusal)) return refusal.Code == DeviceRefusals.UnknownDevice ? ApiProblem.NotFound : Answer<RegisteredDevice>.Of(refusal);
        return Answer<RegisteredDevice>.Of(changed, DeviceRegistration.Find(caller.Database, id)!.ChangeSetId);
    }

    private static DeviceSettings Settings(DeviceWatch body) => new(body.Name, AssetsApi.Some(body.AssetTag), body.Address, body.Port, body.Version, body.Community, body.Profile, body.Enabled, body.CredentialId, body.PollSeconds);
}
