using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Assets.Benchmarks;

/// <summary>Somebody who has signed in and reads whole pages and sends forms, one after the other. Times are from the request to the last byte.</summary>
internal sealed partial class WebVisitor : IDisposable
{
    private readonly HttpClient client;
    private List<WebAnswer> answers = [];

    private WebVisitor(Uri web) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = web };

    public static async Task<WebVisitor> SignIn(Uri web, string account, string password)
    {
        var visitor = new WebVisitor(web);
        var form = await visitor.client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = account, ["password"] = password, ["__RequestVerificationToken"] = TokenOf(form) });
        using var answer = await visitor.client.PostAsync(new Uri("/sign-in", UriKind.Relative), fields);
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"The account {account} cannot sign in ({answer.StatusCode}): measure a database that was made for it.");
        return visitor;
    }

    /// <summary>A page, whole.</summary>
    /// <exception cref="InvalidOperationException">It is answered with anything else.</exception>
    public async Task<string> Read(string kind, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        answers.Add(new WebAnswer(kind, address, Stopwatch.GetElapsedTime(started), page.Length));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        return page;
    }

    /// <summary>Sends a form of a page that was read, and says where it led.</summary>
    /// <exception cref="InvalidOperationException">It led nowhere.</exception>
    public async Task<string> Send(string kind, string page, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", TokenOf(page))).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content);
        answers.Add(new WebAnswer(kind, address, Stopwatch.GetElapsedTime(started)));
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode} and led nowhere.");
    }

    public IReadOnlyList<WebAnswer> TakeAnswers()
    {
        var taken = answers;
        answers = [];
        return taken;
    }

    public void Dispose() => client.Dispose();

    private static string TokenOf(string page) => Token().Match(page).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Token();
}
