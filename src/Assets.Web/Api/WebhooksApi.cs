using Assets.Core.Access;
using Assets.Data.Messages;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Events">What it is told of: asset, order, contract_line …; none: everything.</param>
public sealed record WebhookNew(string Name, string Address, IReadOnlyList<Subject>? Events = null);

public sealed record WebhookMessage(string Message);

/// <summary>Addresses that are told of what happens. They hear of every unit: a right in a part of the organisation does not keep them.</summary>
internal static class WebhooksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/webhooks", List).WithSummary("Webhooks and how they fare");
        api.MapPost("/webhooks", Add).WithSummary("A new webhook; its secret is told once");
        api.MapDelete("/webhooks/{id:int}", Remove).WithSummary("Takes a webhook away");
        api.MapPost("/webhooks/{id:int}/enable", Enable).WithSummary("Tells one again that was given up");
        api.MapGet("/webhooks/{id:int}/deliveries", Deliveries).WithSummary("The latest attempts; the newest first");
        api.MapPost("/webhooks/{id:int}/resend", Resend).WithSummary("Tells one message again");
    }

    [Needs(Permission.ManageSettings)]
    private static Answer<Listed<Webhook>> List(Caller caller) => May(caller) ? new Listed<Webhook>(Webhooks.Read(caller.Database)) : ApiProblem.NotAllowed;

    [Needs(Permission.ManageSettings)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<WebhookAdded> Add(Caller caller, WebhookNew body) =>
        May(caller) ? AddWebhook.Run(caller.Acting, new WebhookRequest(body.Name, body.Address, body.Events)) : ApiProblem.NotAllowed;

    [Needs(Permission.ManageSettings)]
    private static Answer<WebhookKept> Remove(Caller caller, int id) => Keep(caller, () => KeepWebhook.Remove(caller.Acting, id));

    [Needs(Permission.ManageSettings)]
    private static Answer<WebhookKept> Enable(Caller caller, int id) => Keep(caller, () => KeepWebhook.Enable(caller.Acting, id));

    [Needs(Permission.ManageSettings)]
    private static Answer<Listed<WebhookDelivery>> Deliveries(Caller caller, int id)
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        return Webhooks.Read(caller.Database).Any(webhook => webhook.Id == id) ? new Listed<WebhookDelivery>(Webhooks.Deliveries(caller.Database, id)) : ApiProblem.NotFound;
    }

    [Needs(Permission.ManageSettings)]
    private static async Task<Answer<WebhookDelivery>> Resend(Caller caller, TellWebhooks teller, int id, WebhookMessage body)
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        var outcome = await teller.Again(id, body.Message, caller.Http.RequestAborted);
        return outcome.Refusal?.Code == WebhookRefusals.Unknown ? ApiProblem.NotFound : outcome;
    }

    private static Answer<WebhookKept> Keep(Caller caller, Func<Core.Values.Outcome<WebhookKept>> verb)
    {
        if (!May(caller)) return ApiProblem.NotAllowed;
        var outcome = verb();
        return outcome.Refusal?.Code == WebhookRefusals.Unknown ? ApiProblem.NotFound : outcome;
    }

    private static bool May(Caller caller) => caller.MayEverywhere(Permission.ManageSettings);
}
