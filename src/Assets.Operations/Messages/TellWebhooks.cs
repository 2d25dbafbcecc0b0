using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Messages;
using Assets.Data.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Operations.Messages;

/// <param name="Failed">Webhooks that did not take what they were told.</param>
public sealed record WebhooksTold(int Taken, int Failed, int Disabled);

/// <summary>
/// Tells webhooks of what has happened, in order, each from its own place in the history: nothing has to be written when something
/// happens, and nothing is lost while a receiver is away. A message is told again until it is taken; the program may end between the
/// taking and the note of it, so that a receiver may get one twice, with the same id. What it says is thin, which record and who: whoever wants
/// to know more asks with a token, and gets what that token may see.
/// </summary>
public sealed class TellWebhooks : IDisposable
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);
    private static readonly TimeSpan DeliveriesKept = TimeSpan.FromDays(30);
    private static readonly int[] WaitSeconds = [10, 30, 120, 600, 1_800, 3_600, 7_200, 21_600];
    private readonly Installation installation;
    private readonly HttpClient client;

    /// <param name="patience">How long a receiver may take to answer.</param>
    public TellWebhooks(Installation installation, TimeSpan? patience = null)
    {
        this.installation = installation;
        // No redirect is followed: it could lead to where no webhook may go. No proxy: the connection is made here, where its end is looked at.
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxResponseHeadersLength = 16,
            ConnectCallback = WebhookTargets.Of(installation).Connect,
        })
        { Timeout = patience ?? Patience };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Assets-Webhooks/1");
    }

    private Database Database => installation.Database;

    public async Task<WebhooksTold> Run(CancellationToken cancel)
    {
        var taken = 0;
        var failed = 0;
        var disabled = 0;
        await Parallel.ForEachAsync(Webhooks.Due(Database, installation.Clock.GetUtcNow()), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel }, async (webhook, stop) =>
        {
            if (!Take(webhook)) return;
            var (told, wasTaken) = await Tell(webhook, stop);
            Interlocked.Add(ref taken, told);
            if (wasTaken) return;
            Interlocked.Increment(ref failed);
            if (Wait(webhook)) Interlocked.Increment(ref disabled);
        });
        using var connection = Database.Open();
        connection.Execute("delete from webhook_deliveries where at < @p0", Conventions.ToMicroseconds(installation.Clock.GetUtcNow() - DeliveriesKept));
        return new WebhooksTold(taken, failed, disabled);
    }

    /// <summary>Tells one message again, whatever came of it before; the webhook's place in the history stays.</summary>
    public async Task<Outcome<WebhookDelivery>> Again(int webhookId, string message, CancellationToken cancel)
    {
        if (Webhooks.Find(Database, webhookId) is not { } webhook) return new Refusal(WebhookRefusals.Unknown, "");
        if (message.Split('_') is not ["msg", var of, var first, var last] || of != webhookId.ToString(CultureInfo.InvariantCulture)
            || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until - from > 10_000)
            return new Refusal(WebhookRefusals.UnknownMessage, "");
        List<ToldChange> changes;
        using (var connection = Database.Open()) changes = Webhooks.Between(connection, from, until);
        if (changes is not [var change] || change.First != from || change.Last != until) return new Refusal(WebhookRefusals.UnknownMessage, "");
        return await Send(webhook, change, cancel);
    }

    public void Dispose() => client.Dispose();

    // Two programs on one database: the one whose update counts tells, the other lets it be. Who ends in the middle leaves it for ten minutes.
    private bool Take(WebhookInHand webhook)
    {
        using var connection = Database.Open();
        return connection.Execute(
            "update webhooks set next_attempt_at = @p2 where id = @p0 and next_attempt_at = @p1 and disabled_at is null",
            webhook.Id, Conventions.ToMicroseconds(webhook.NextAttemptAt), Conventions.ToMicroseconds(installation.Clock.GetUtcNow() + Lease)) == 1;
    }

    private async Task<(int Taken, bool All)> Tell(WebhookInHand webhook, CancellationToken cancel)
    {
        var taken = 0;
        var position = webhook.Position;
        while (taken < MostAtOnce)
        {
            var (changes, until) = Webhooks.After(Database, position);
            foreach (var change in changes.Where(change => webhook.Events is null || webhook.Events.Contains(change.Subject)))
            {
                if (!(await Send(webhook, change, cancel)).IsTaken) return (taken, false);
                Reach(webhook, position = change.Last);
                if (++taken == MostAtOnce) return (taken, true);
            }
            if (until <= position && changes.Count == 0) break;
            Reach(webhook, position = Math.Max(position, until));
        }
        Reach(webhook, position);
        return (taken, true);
    }

    private void Reach(WebhookInHand webhook, long position)
    {
        using var connection = Database.Open();
        connection.Execute(
            "update webhooks set position = @p1, attempts = 0, failing_since = null, next_attempt_at = @p2 where id = @p0",
            webhook.Id, position, Conventions.ToMicroseconds(installation.Clock.GetUtcNow()));
    }

    private bool Wait(WebhookInHand webhook)
    {
        var now = installation.Clock.GetUtcNow();
        using var writing = Writing.Begin(Database);
        var known = writing.Connection.Rows("select attempts, failing_since from webhooks where id = @p0", r => (Attempts: r.GetInt32(0), Since: r.Long(1)), webhook.Id);
        if (known is not [var state]) return false; // taken away meanwhile
        var since = state.Since is { } at ? Conventions.ToInstant(at) : now;
        var givesUp = now - since >= GivenUpAfter;
        // Not all at the same moment, where many have waited for the same receiver.
        var wait = WaitSeconds[Math.Min(state.Attempts, WaitSeconds.Length - 1)] * (1 + RandomNumberGenerator.GetInt32(20) / 100.0);
        writing.Connection.Execute(
            "update webhooks set attempts = @p1, failing_since = @p2, next_attempt_at = @p3, disabled_at = @p4 where id = @p0",
            webhook.Id, state.Attempts + 1, Conventions.ToMicroseconds(since), Conventions.ToMicroseconds(now.AddSeconds(wait)), givesUp ? Conventions.ToMicroseconds(now) : null);
        if (givesUp) KeepWebhook.Tell(writing, installation, "give up webhook", webhook.Name);
        writing.Commit();
        return givesUp;
    }

    private async Task<WebhookDelivery> Send(WebhookInHand webhook, ToldChange change, CancellationToken cancel)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"msg_{webhook.Id}_{change.First}_{change.Last}");
        var began = Stopwatch.GetTimestamp();
        var (status, error) = await Post(webhook, message, change, cancel);
        var delivery = new WebhookDelivery(
            0, webhook.Id, webhook.Name, message, change.Event, installation.Clock.GetUtcNow(), status, error, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        using var connection = Database.Open();
        connection.Execute(
            "insert into webhook_deliveries (webhook_id, message, event, at, status, error, milliseconds) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            delivery.WebhookId, delivery.Message, delivery.Event, Conventions.ToMicroseconds(delivery.At), delivery.Status, delivery.Error, delivery.Milliseconds);
        return delivery;
    }

    private async Task<(int? Status, string? Error)> Post(WebhookInHand webhook, string message, ToldChange change, CancellationToken cancel)
    {
        try
        {
            var secret = WebhookKeys.Open(installation).Unprotect(webhook.Secret);
            var now = installation.Clock.GetUtcNow().ToUnixTimeSeconds();
            var body = JsonSerializer.Serialize(
                new
                {
                    type = change.Event, timestamp = change.At,
                    data = new { act = change.Act, verb = change.Verb, actor = change.Actor, subject = Webhooks.Word(change.Subject), ids = change.Ids, first = change.First, last = change.Last },
                },
                History.Json);
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add("webhook-id", message);
            request.Headers.Add("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", WebhookKeys.Sign(secret, message, now, body));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return ((int)answer.StatusCode, null);
        }
        catch (Exception fault) when (fault is HttpRequestException or CryptographicException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, fault is OperationCanceledException ? "no answer in time" : fault.Message);
        }
    }
}
