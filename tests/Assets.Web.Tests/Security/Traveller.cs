using System.Net;
using System.Text.RegularExpressions;

namespace Assets.Web.Tests.Security;

/// <summary>A browser without scripts that goes from one site to another: follows redirects and keeps each site's cookies.</summary>
internal sealed partial class Traveller : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>Where it stands.</summary>
    public Uri At { get; private set; } = new("http://localhost/");

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    /// <summary>Opens an address and goes wherever it leads, or until an address begins with <paramref name="before"/>, which is not opened.</summary>
    public async Task Go(Uri address, string? before = null)
    {
        At = new Uri(At, address);
        for (var hops = 0; hops < 15; hops++)
        {
            if (before is not null && At.PathAndQuery.StartsWith(before, StringComparison.Ordinal)) return;
            using var answer = await client.GetAsync(At);
            if (await Arrive(answer)) return;
        }
        throw new InvalidOperationException($"Sent around in circles; at last to {At}");
    }

    /// <summary>Sends the first form of the page that is open, with what it holds and what is given.</summary>
    public Task Send(params (string Name, string Value)[] fields) => Send(Form().Match(Page), fields);

    /// <summary>Sends the form of the page that is open which goes to an address of ours.</summary>
    public Task SendTo(string action, params (string Name, string Value)[] fields) =>
        Send(Form().Matches(Page).First(form => Attribute(form.Groups["head"].Value, "action") == action), fields);

    /// <summary>Leaves, as the button in the menu does or another, and goes where a browser is led from there.</summary>
    public async Task SignOut(string action = "/sign-out")
    {
        await SendTo(action);
        if (Refresh().Match(Page) is { Success: true } onward) await Go(new Uri(onward.Groups["address"].Value));
    }

    private async Task Send(Match form, (string Name, string Value)[] fields)
    {
        var all = Field().Matches(form.Groups["inside"].Value).Where(f => f.Value.Contains("hidden", StringComparison.Ordinal)).Select(f => (Name: Attribute(f.Value, "name"), Value: Attribute(f.Value, "value"))).Concat(fields);
        using var content = new FormUrlEncodedContent(all.GroupBy(f => f.Name, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Last().Value)));
        var action = Attribute(form.Groups["head"].Value, "action");
        using var answer = await client.PostAsync(new Uri(At, action.Length == 0 ? At.AbsoluteUri : action), content);
        if (!await Arrive(answer)) await Go(At);
    }

    public void Dispose() => client.Dispose();

    private async Task<bool> Arrive(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        if (answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400)
        {
            At = new Uri(At, next);
            return false;
        }
        Page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        return true;
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["value"].Value;

    [GeneratedRegex("<form(?<head>[^>]*)>(?<inside>.*?)</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Form();

    [GeneratedRegex("<meta http-equiv=\"refresh\" content=\"0; url=(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Refresh();

    [GeneratedRegex("<input[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Field();
}
