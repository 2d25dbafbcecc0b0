using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Access;
using Assets.Web.Security;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Web.Api;

/// <summary>
/// A request with an <c>Idempotency-Key</c> is done once: asked again within a day, whoever lost the answer gets it again. The answers
/// are encrypted, since one may hold a password that is told once.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, Database database, TimeProvider clock, IDataProtectionProvider ring)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly IDataProtector protector = ring.CreateProtector("idempotent answer");

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method) || !TokenScheme.IsFor(context) || context.FindViewer() is not { } viewer)
        {
            await next(context);
            return;
        }
        if (key.Length > LongestKey || key.Any(sign => sign is < '!' or > '~'))
        {
            await ApiProblem.Field(Header, "1 to 200 letters, digits and signs of ASCII.").Write(context);
            return;
        }
        // Each token's keys are its own: the answer to one may be more than another of the same owner may see.
        if (context.Features.Get<CheckedToken>() is { } token) key = string.Create(CultureInfo.InvariantCulture, $"{token.Id}/{key}");
        var digest = await Digest(context.Request, context.RequestAborted);
        var known = IdempotentAnswers.Take(database, viewer.Id, key, digest, clock.GetUtcNow(), Kept);
        if (known.IsNew) await First(context, viewer.Id, key);
        else if (known.Digest != digest) await ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "key_reused").Write(context);
        else if (known is { Status: { } status, Answer: { } answer }) await Again(context, status, answer);
        else await ApiProblem.Of(StatusCodes.Status409Conflict, "key_under_way").Write(context);
    }

    private async Task First(HttpContext context, int userId, string key)
    {
        var response = context.Response;
        var wire = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        // Whoever has gone away meanwhile has gone before the answer is kept or after: what is begun is done, and told when it is asked again.
        var gone = context.RequestAborted;
        context.RequestAborted = CancellationToken.None;
        var done = false;
        try
        {
            await next(context);
            if (response.StatusCode < StatusCodes.Status500InternalServerError)
            {
                done = true; // also where the answer cannot be kept: better one that nobody can tell than an act done twice
                var answer = new KeptAnswer(response.ContentType, response.Headers.ETag, response.Headers.Location, written.ToArray());
                IdempotentAnswers.Keep(database, userId, key, response.StatusCode, protector.Protect(JsonSerializer.Serialize(answer)));
            }
        }
        finally
        {
            response.Body = wire;
            context.RequestAborted = gone;
            if (!done) IdempotentAnswers.GiveUp(database, userId, key);
        }
        await wire.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), gone);
    }

    private async Task Again(HttpContext context, int status, string answer)
    {
        var kept = JsonSerializer.Deserialize<KeptAnswer>(protector.Unprotect(answer)) ?? throw new InvalidDataException("An answer was kept that is none.");
        var response = context.Response;
        response.StatusCode = status;
        response.Headers["Idempotency-Replayed"] = "true";
        if (kept.ContentType is not null) response.ContentType = kept.ContentType;
        if (kept.ETag is not null) response.Headers.ETag = kept.ETag;
        if (kept.Location is not null) response.Headers.Location = kept.Location;
        await response.Body.WriteAsync(kept.Body, context.RequestAborted);
    }

    // The body lies in memory or, where it is large, in a file: read once here, and again by the endpoint.
    private static async Task<string> Digest(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        var piece = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, cancel)) > 0) hash.AppendData(piece.AsSpan(0, read));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record KeptAnswer(string? ContentType, string? ETag, string? Location, byte[] Body);
}
