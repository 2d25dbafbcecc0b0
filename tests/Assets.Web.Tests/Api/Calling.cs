using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Access;
using Assets.Web.Tests.Values;

namespace Assets.Web.Tests.Api;

/// <summary>A program with a token.</summary>
internal sealed class Calling : IDisposable
{
    private readonly HttpClient client;

    private Calling(ExampleSite site, string? token)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static Calling By(ExampleSite site, string account, string? organisation = null, params Permission[] scopes) =>
        With(site, Token(site, account, organisation, scopes));

    public static Calling With(ExampleSite site, string? token) => new(site, token);

    public static string Token(ExampleSite site, string account, string? organisation = null, params Permission[] scopes) => IssueToken.Run(
        site.Example.Installation with { Actor = account }, Id(site, account), new TokenRequest($"{account}'s program", scopes.Length == 0 ? null : scopes, organisation, 30)).Value.Token;

    public static int Id(ExampleSite site, string account) => int.Parse(site.Example.Scalar($"select id from users where user_name = '{account}'")!, System.Globalization.CultureInfo.InvariantCulture);

    public Task<Answered> Get(string address, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, address, null, headers);

    public Task<Answered> Post(string address, string body = "{}", params (string Name, string Value)[] headers) => Send(HttpMethod.Post, address, body, headers);

    /// <summary>Goes away without the answer where <paramref name="leaves"/> says so.</summary>
    public Task<Answered> Post(string address, string body, CancellationToken leaves, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, address, body, leaves, headers);

    public Task<Answered> Send(HttpMethod method, string address, string? body, params (string Name, string Value)[] headers) => Send(method, address, body, CancellationToken.None, headers);

    private async Task<Answered> Send(HttpMethod method, string address, string? body, CancellationToken leaves, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address.StartsWith('/') ? address : "/api/v1/" + address);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else request.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await client.SendAsync(request, leaves);
        var text = await answer.Content.ReadAsStringAsync(leaves);
        var isJson = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new Answered(
            (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text, isJson ? JsonNode.Parse(text) : null, answer.Headers.ETag?.Tag,
            answer.Headers.TryGetValues("Link", out var link) ? link.Single() : null, answer.Headers.Contains("Idempotency-Replayed"), answer.Headers.Location?.OriginalString);
    }

    public void Dispose() => client.Dispose();
}

internal sealed record Answered(int Status, string? MediaType, string Text, JsonNode? Json, string? ETag, string? Link, bool IsReplayed, string? Location)
{
    public string? Code => Json?["code"]?.GetValue<string>();

    public JsonArray Items => Json!["items"]!.AsArray();

    public string? Next => Json!["next"]?.GetValue<string>();
}
