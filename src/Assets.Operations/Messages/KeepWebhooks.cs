using Assets.Core.Values;
using Assets.Data.Messages;
using Assets.Data.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Operations.Messages;

/// <param name="Events">What it is told of; none: everything.</param>
public sealed record WebhookRequest(string Name, string Address, IReadOnlyCollection<Subject>? Events);

/// <param name="Secret">Told once, here.</param>
public sealed record WebhookAdded(int Id, string Name, string Secret);

public sealed record WebhookKept(int Id, string Name);

public static class WebhookRefusals
{
    public const string NameMissing = "webhook_name_missing";

    /// <summary>No http or https, or an address that may not be asked. Detail: the address.</summary>
    public const string BadAddress = "webhook_address";
    public const string NothingChosen = "webhook_nothing_chosen";
    public const string Unknown = "unknown_webhook";

    /// <summary>The history has no such entries any more, or the message is another webhook's.</summary>
    public const string UnknownMessage = "unknown_message";

    public static IReadOnlyList<string> All { get; } = [NameMissing, BadAddress, NothingChosen, Unknown, UnknownMessage];
}

/// <summary>Adds an address that is told of what happens from now on.</summary>
public static class AddWebhook
{
    private const int LongestName = 100;
    private const int LongestAddress = 1_000;

    public static Outcome<WebhookAdded> Run(Installation installation, WebhookRequest request)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return new Refusal(WebhookRefusals.NameMissing, "");
        if (request.Events is { Count: 0 }) return new Refusal(WebhookRefusals.NothingChosen, "");
        if (request.Address.Length > LongestAddress || !Uri.TryCreate(request.Address.Trim(), UriKind.Absolute, out var address) || !WebhookTargets.Of(installation).Allows(address))
            return new Refusal(WebhookRefusals.BadAddress, request.Address);
        var secret = WebhookKeys.New();
        var now = Conventions.ToMicroseconds(installation.Clock.GetUtcNow());
        using var writing = Writing.Begin(installation.Database);
        writing.Connection.Execute(
            "insert into webhooks (name, address, events, secret, created_by, created_at, position, attempts, next_attempt_at) values (@p0, @p1, @p2, @p3, @p4, @p5, (select coalesce(max(id), 0) from history), 0, @p5)",
            name, address.AbsoluteUri, request.Events is { } events ? string.Join(' ', events.Distinct().Select(Webhooks.Word)) : null, WebhookKeys.Open(installation).Protect(secret), installation.Actor, now);
        var id = (int)writing.Connection.Number("select max(id) from webhooks");
        KeepWebhook.Tell(writing, installation, "add webhook", $"{name} {address.AbsoluteUri}");
        writing.Commit();
        return new WebhookAdded(id, name, secret);
    }
}

/// <summary>Takes a webhook away, or lets one that was given up be told again.</summary>
public static class KeepWebhook
{
    public static Outcome<WebhookKept> Remove(Installation installation, int id) => Change(installation, id, "remove webhook", writing =>
    {
        writing.Connection.Execute("delete from webhook_deliveries where webhook_id = @p0", id);
        writing.Connection.Execute("delete from webhooks where id = @p0", id);
    });

    /// <summary>It goes on where it stopped: nothing of what happened meanwhile is left out.</summary>
    public static Outcome<WebhookKept> Enable(Installation installation, int id) => Change(installation, id, "enable webhook", writing => writing.Connection.Execute(
        "update webhooks set disabled_at = null, failing_since = null, attempts = 0, next_attempt_at = @p1 where id = @p0", id, Conventions.ToMicroseconds(installation.Clock.GetUtcNow())));

    // In the trail of acts and not in the history: what is told of is the history, and a webhook must not be told of itself.
    internal static void Tell(Writing writing, Installation installation, string verb, string about) =>
        writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, null, about);

    private static Outcome<WebhookKept> Change(Installation installation, int id, string verb, Action<Writing> act)
    {
        using var writing = Writing.Begin(installation.Database);
        if (writing.Connection.Scalar("select name from webhooks where id = @p0", id) is not string name) return new Refusal(WebhookRefusals.Unknown, "");
        act(writing);
        Tell(writing, installation, verb, name);
        writing.Commit();
        return new WebhookKept(id, name);
    }
}
