using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Monitoring;
using Assets.Data.Storage;
using Assets.Operations.Jobs;
using Assets.Operations.Monitoring;
using Assets.Web.Pages.Shared;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Version">1, or 2 for 2c.</param>
/// <param name="Community">Never told again; none keeps the one stored.</param>
public sealed record CredentialWrite(string Name, int Version = 2, string? Community = null);

/// <param name="Range">As 10.20.0.0/22.</param>
/// <param name="Credentials">By their numbers, tried one after the other.</param>
public sealed record DiscoveryOrder(string Range, IReadOnlyList<int> Credentials, int Port = 161);

/// <summary>The communities that devices share, and the search of a network with them. What is polled is the IT unit's: only who may do so everywhere.</summary>
internal static class DiscoveryApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/credentials", List).WithSummary("Credentials, without what they hold");
        api.MapPost("/credentials", Add).WithSummary("A new credential; its community is stored encrypted");
        api.MapPut("/credentials/{id:int}", Change).WithSummary("Changes a credential, and with it all devices that have it");
        api.MapPost("/discoveries", Start).WithSummary("Looks through a piece of network, as a task");
        api.MapGet("/discoveries/{id:int}", Found).WithSummary("What answered, and what it probably is");
    }

    [Needs(Permission.EditNetwork)]
    private static Answer<Listed<CredentialListItem>> List(Caller caller) =>
        caller.MayEverywhere(Permission.EditNetwork) ? new Listed<CredentialListItem>(CredentialList.Read(caller.Database)) : ApiProblem.NotAllowed;

    [Needs(Permission.EditNetwork)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<RegisteredCredential> Add(Caller caller, CredentialWrite body) => caller.MayEverywhere(Permission.EditNetwork)
        ? RegisterCredential.Add(caller.Acting, CommunityKeys.Open(caller.Acting), body.Name, body.Version, body.Community)
        : ApiProblem.NotAllowed;

    [Needs(Permission.EditNetwork)]
    [ChangesWhatWasSeen]
    private static Answer<RegisteredCredential> Change(Caller caller, int id, CredentialWrite body)
    {
        if (!caller.MayEverywhere(Permission.EditNetwork)) return ApiProblem.NotAllowed;
        var outcome = RegisterCredential.Change(caller.Acting, CommunityKeys.Open(caller.Acting), id, body.Name, body.Version, body.Community, caller.SeenVersion);
        return outcome.Refusal?.Code == DeviceRefusals.UnknownCredential ? ApiProblem.NotFound : outcome;
    }

    [Needs(Permission.EditNetwork)]
    [Answers(StatusCodes.Status202Accepted)]
    private static async Task<Answer<TaskView>> Start(Caller caller, TaskQueue queue, DiscoveryOrder body)
    {
        if (!caller.MayEverywhere(Permission.EditNetwork)) return ApiProblem.NotAllowed;
        var input = new DiscoveryInput(body.Range.Trim(), body.Port, body.Credentials);
        if (DiscoveryTask.Fault(input) is { } fault) return Answer<TaskView>.Of(fault);
        return TasksApi.Begun(queue, await queue.Start(TaskQueue.Discover, input.Range, input, caller.Viewer.Account, caller.Http.RequestAborted));
    }

    [Needs(Permission.EditNetwork)]
    private static Answer<Listed<DiscoveredDevice>> Found(Caller caller, int id)
    {
        if (!caller.MayEverywhere(Permission.EditNetwork)) return ApiProblem.NotAllowed;
        if (LongTask.Find(caller.Database, id) is not { Kind: TaskQueue.Discover } task) return ApiProblem.NotFound;
        return new Listed<DiscoveredDevice>(TaskWords.ResultOf(task)?.Values.GetValueOrDefault("found") is { } json ? DiscoveryTask.Read(json) : []);
    }
}
