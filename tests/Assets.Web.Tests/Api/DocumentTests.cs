using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assets.Support;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>The document that programs are written against. What it says is a promise: each change of it shows in the golden file.</summary>
[Collection(nameof(Site))]
public sealed class DocumentTests(Site site)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_says_what_was_accepted()
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Assets.Web.Tests", "Golden", "openapi.json");
        var now = (await Document()).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("ASSETS_ACCEPT_GOLDEN") == "1") await File.WriteAllTextAsync(path, now);

        Assert.True(File.Exists(path), "The golden file is missing: run with ASSETS_ACCEPT_GOLDEN=1 and look at what is written.");
        Assert.Equal(await File.ReadAllTextAsync(path), now);
    }

    [Fact]
    public async Task Each_endpoint_is_described_with_a_summary_permissions_an_answer_and_what_goes_wrong()
    {
        var document = await Document();
        var described = new List<string>();
        var lacking = new List<string>();
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                described.Add($"{method.ToUpperInvariant()} {path}");
                var answers = operation!["responses"]!.AsObject();
                if (operation["summary"] is null || operation["x-permissions"] is null || operation["operationId"] is null || answers["default"] is null || !answers.Any(answer => answer.Key.StartsWith('2'))) lacking.Add($"{method} {path}");
            }
        }

        Assert.Empty(lacking);
        Assert.Equal(described.Count, described.Distinct().Count());
        Assert.Equal(EveryCall.All(site.Example).Count(), described.Count);
        Assert.Equal(described.Count, document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(one => one.Value!["operationId"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Money_days_months_and_words_are_described_as_they_are_written()
    {
        var schemas = (await Document())["components"]!["schemas"]!.AsObject();

        Assert.Equal("^-?[0-9]+\\.[0-9]{2}$", schemas["Money"]?["pattern"]?.GetValue<string>() ?? schemas["AssetView"]!["properties"]!["price"]!["pattern"]!.GetValue<string>());
        Assert.Contains("in_stock", schemas["AssetState"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));
        Assert.DoesNotContain(schemas, schema => schema.Key is "Viewer" or "Installation" or "Database");
    }

    [Fact]
    public async Task The_page_of_it_lists_each_endpoint()
    {
        var page = await (await site.As("olle")).Read("/api");

        Assert.All(EveryCall.All(site.Example).Select(call => call.Pattern.Split('{')[0]).Distinct(), path => Assert.Contains(path, page, StringComparison.Ordinal));
    }

    private async Task<JsonNode> Document()
    {
        using var nobody = Calling.With(site.Example, null);
        var answer = await nobody.Get("openapi.json");
        Assert.Equal(200, answer.Status);
        return JsonNode.Parse(answer.Text)!;
    }
}
