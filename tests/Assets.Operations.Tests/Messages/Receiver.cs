using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Assets.Operations.Tests.Messages;

/// <summary>A receiver of webhooks on a loopback port: takes, refuses, hangs or sends elsewhere, as the test says.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener listener;
    private readonly CancellationTokenSource stop = new();

    public Receiver()
    {
        for (var tries = 0; ; tries++)
        {
            Port = Random.Shared.Next(20_000, 60_000);
            listener = new HttpListener(); // one whose start has failed is no use any more
            listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
            try
            {
                listener.Start();
                break;
            }
            catch (HttpListenerException) when (tries < 20)
            {
                listener.Close(); // the port is somebody's: another one
            }
        }
        _ = Listen();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}/hook";

    /// <summary>What is answered; 0 hangs.</summary>
    public Func<int> Answer { get; set; } = () => 204;

    public ConcurrentQueue<Received> Messages { get; } = new();

    public void Dispose()
    {
        stop.Cancel();
        listener.Close();
        stop.Dispose();
    }

    private async Task Listen()
    {
        while (!stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // closed
            }
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            Messages.Enqueue(new Received(context.Request.Url!.AbsolutePath, context.Request.Headers["webhook-id"]!, context.Request.Headers["webhook-timestamp"]!, context.Request.Headers["webhook-signature"]!, body));
            var status = Answer();
            if (status == 0) continue;
            context.Response.StatusCode = status;
            if (status is >= 300 and < 400) context.Response.RedirectLocation = $"http://127.0.0.1:{Port}/elsewhere";
            context.Response.Close();
        }
    }
}

internal sealed record Received(string Path, string Id, string Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
