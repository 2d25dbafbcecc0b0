using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Assets.Web.Tests.Security;

/// <summary>An identity provider that a test makes lie: it lets anybody in as who it is told, and spoils the identity token in the way that is asked for.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "assets";

    private readonly RSA key = RSA.Create(2048);
    private readonly RSA another = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, string> nonces = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? app;

    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>Who signs in next.</summary>
    public string Subject { get; set; } = "subject-1";

    public string Account { get; set; } = "petra";

    public string[] Groups { get; set; } = [];

    /// <summary>Whether it has a page for signing out.</summary>
    public bool EndsSessions { get; set; }

    /// <summary>What that page was asked, by whoever came there last.</summary>
    public IQueryCollection? LeftWith { get; private set; }

    /// <summary>Whether it takes the question what it can do, and does not answer it.</summary>
    public bool Hangs { get; set; }

    /// <summary>Cancelled when who asked has given up.</summary>
    public CancellationToken StillAsked { get; private set; }

    /// <summary>None, or how the identity token is spoilt.</summary>
    public string Fault { get; set; } = "none";

    public static async Task<FakeProvider> Start()
    {
        var provider = new FakeProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        provider.app = builder.Build();
        provider.Map(provider.app);
        await provider.app.StartAsync();
        provider.Address = new Uri(provider.app.Urls.First());
        return provider;
    }

    public (string, string)[] Settings(params (string, string)[] more) =>
        [("Assets:OpenIdConnect:Authority", Address.AbsoluteUri), ("Assets:OpenIdConnect:ClientId", ClientId), ("Assets:OpenIdConnect:ClientSecret", "secret of the tests"), ("Assets:OpenIdConnect:Name", "Lövsta kommun"), .. more];

    public async ValueTask DisposeAsync()
    {
        woken.TrySetResult();
        if (app is not null) await app.DisposeAsync();
        key.Dispose();
        another.Dispose();
    }

    private void Map(IEndpointRouteBuilder at)
    {
        at.MapGet("/.well-known/openid-configuration", async (HttpContext context) =>
        {
            if (Hangs)
            {
                StillAsked = context.RequestAborted;
                await woken.Task.WaitAsync(StillAsked);
            }
            return Json(new
            {
                issuer = Issuer, authorization_endpoint = Issuer + "/authorize", token_endpoint = Issuer + "/token", jwks_uri = Issuer + "/keys",
                end_session_endpoint = EndsSessions ? Issuer + "/leave?of=tests" : null,
                response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" }, code_challenge_methods_supported = new[] { "S256" },
            });
        });
        at.MapGet("/keys", () =>
        {
            var open = key.ExportParameters(false);
            return Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", alg = "RS256", n = Encode(open.Modulus!), e = Encode(open.Exponent!) } } });
        });
        at.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Guid.NewGuid().ToString("N");
            nonces[code] = request.Query["nonce"].ToString();
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
        at.MapGet("/leave", (HttpRequest request) =>
        {
            LeftWith = request.Query;
            return Results.Redirect(request.Query["post_logout_redirect_uri"].ToString());
        });
        at.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return Json(new { access_token = "x", token_type = "Bearer", expires_in = 60, id_token = Token(nonces[form["code"].ToString()]) });
        });
    }

    private string Issuer => Address.AbsoluteUri.TrimEnd('/');

    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + (Fault == "expired" ? -3600 : 0);
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Fault == "issuer" ? "https://elsewhere.example.org" : Issuer,
            ["aud"] = Fault == "audience" ? "another-client" : ClientId,
            ["sub"] = Subject, ["nonce"] = Fault == "nonce" ? "of-another-sign-in" : nonce,
            ["iat"] = now, ["exp"] = now + 300, ["preferred_username"] = Account, ["name"] = "Petra Person", ["groups"] = Groups,
        };
        if (Fault == "no nonce") claims.Remove("nonce");
        var algorithm = Fault switch { "unsigned" or "no algorithm" => "none", "shared key" => "HS256", _ => "RS256" };
        var head = Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, kid = "1", typ = "JWT" })) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        var octets = Encoding.ASCII.GetBytes(head);
        return head + "." + algorithm switch
        {
            "none" when Fault == "unsigned" => "",
            "HS256" => Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret of the tests"), octets)),
            _ => Encode((Fault == "another key" ? another : key).SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
    }

    private static IResult Json(object value) => Results.Json(value);

    private static string Encode(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
