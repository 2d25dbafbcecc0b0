using System.Net;
using System.Text.RegularExpressions;

namespace Assets.Web.Tests.Values;

/// <summary>Somebody at a browser without scripts: keeps cookies, follows no redirect by itself, fills in forms with their hidden fields.</summary>
internal sealed partial class Visitor(ExampleSite site) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };

    public static async Task<Visitor> SignedIn(ExampleSite site, string account)
    {
        var visitor = new Visitor(site);
        using var answer = await visitor.SignIn(account, Example.Password);
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"{account} could not sign in: {answer.StatusCode}");
        return visitor;
    }

    public Task<HttpResponseMessage> SignIn(string account, string password, string to = "/") =>
        Post("/sign-in?to=" + Uri.EscapeDataString(to), "/sign-in", ("account", account), ("password", password), ("to", to));

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request);

    public async Task<string> Read(string address)
    {
        using var answer = await Get(address);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address} answered {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts to an address with the token of the form on a page.</summary>
    public async Task<HttpResponseMessage> Post(string page, string address, params (string Name, string Value)[] fields) =>
        await PostWith(TokenOf(await Read(page)), address, fields);

    public static string TokenOf(string html) => Token().Match(html).Groups["token"].Value;

    public async Task<HttpResponseMessage> PostWith(string token, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    /// <summary>Looks at a page again and again, until it shows a text.</summary>
    public async Task<string> ReadUntil(string address, string text)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var page = await Read(address);
            if (page.Contains(text, StringComparison.Ordinal)) return page;
            await Task.Delay(100);
        }
        throw new TimeoutException($"{address} did not come to show {text}");
    }

    public async Task<HttpResponseMessage> PostFile(string page, string address, string file, byte[] bytes, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", Token().Match(await Read(page)).Groups["token"].Value))) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), "file", file);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public async Task<HttpResponseMessage> PostWithoutToken(string address)
    {
        using var content = new FormUrlEncodedContent([]);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Token();
}
