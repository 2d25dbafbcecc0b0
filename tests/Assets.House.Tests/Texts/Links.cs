using System.Text.RegularExpressions;
using Xunit;

namespace Assets.House.Tests.Texts;

public sealed partial class Links
{
    [Fact]
    public void A_link_in_a_text_leads_to_a_file_that_exists() => Repository.AssertNone(
        from file in Repository.Files
        where file.EndsWith(".md", StringComparison.Ordinal)
        from Match link in Link().Matches(Repository.Read(file))
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.FullPath(file))!, target))
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{file}: {link.Value}");

    [Fact]
    public void Each_icon_that_a_page_shows_is_in_the_sprite()
    {
        var sprite = Repository.Read("src/Assets.Web/libraries.mjs");
        var named = sprite[(sprite.IndexOf("const icons = `", StringComparison.Ordinal) + 15)..].Split('`')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(named);
        Repository.AssertNone(
            from file in Repository.Files
            where file.StartsWith("src/Assets.Web/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cshtml" or ".cs" or ".js"
            from Match icon in Icon().Matches(Repository.Read(file))
            where !named.Contains(icon.Groups["name"].Value)
            select $"{file}: the icon {icon.Groups["name"].Value} is not named in libraries.mjs");
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Link();

    [GeneratedRegex(@"icons\.svg#(?<name>[a-z0-9-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Icon();
}
