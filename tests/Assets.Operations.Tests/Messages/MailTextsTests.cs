using System.Text.RegularExpressions;
using Assets.Operations.Messages;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Messages;

public sealed class MailTextsTests
{
    private static readonly Dictionary<string, string?> Values = new(StringComparer.Ordinal)
    {
        ["number"] = "B2026-00001", ["address"] = "/orders/B2026-00001", ["unit"] = "Björkskolan & Co", ["orderer"] = "Olle Orre", ["actor"] = "Bea <Budget>", ["monthly_rent"] = "1234567.50",
        ["text"] = "2026-12-01", ["from"] = "2026-11-23", ["last_day"] = "2026-11-30", ["account"] = "berit", ["delegate"] = "Stina Ström", ["host"] = "mail.example.invalid",
        ["month"] = "2026-11", ["total"] = "98765.40",
    };

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var kind in MailKinds.All)
            {
                kinds.Add(kind, "sv");
                kinds.Add(kind, "en");
            }
            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_written_out_in_full_in_both_languages(string kind, string language)
    {
        var letter = Letter.Write([new MailContent(kind, Values)], language, "Berit", "https://assets.example.invalid");

        Assert.DoesNotMatch(@"\{[a-z_]*\}", letter.Subject + letter.Text);
        Assert.Contains("https://assets.example.invalid/orders/B2026-00001", letter.Text, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Hello Berit," : "Hej Berit!", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<Budget>", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places()
    {
        var (swedish, english) = (MailTexts.In("sv").All, MailTexts.In("en").All);

        Assert.Equal(swedish.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(swedish, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
        Assert.All(swedish.Keys, key => Assert.Contains(key.Split('.')[0], MailKinds.All.Append("frame")));
    }

    [Fact]
    public void Each_kind_that_an_operation_sends_is_known()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "src", "Assets.Operations", "Ordering");
        var told = Directory.EnumerateFiles(folder, "*.cs").SelectMany(file => Regex.Matches(File.ReadAllText(file), "\\.Tell\\(\\w+, \"(?<kind>[a-z_]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)))
            .Select(tell => tell.Groups["kind"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(15, told.Count);
        Assert.Subset(MailKinds.All.ToHashSet(StringComparer.Ordinal), told);
    }

    [Fact]
    public void Without_a_public_address_a_mail_has_no_link() =>
        Assert.DoesNotContain("href", Letter.Write([new MailContent(MailKinds.OrderToApprove, Values)], "sv", "Berit", null).Html, StringComparison.Ordinal);

    [Fact]
    public void A_mail_has_the_same_id_at_each_attempt_and_another_in_another_installation()
    {
        var at = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var parcel = new Parcel(7, "order/1/2/order_to_approve/5", at, at, 1, "berit@example.invalid", "Berit", "sv", []);

        Assert.Equal(parcel.MessageId("example.invalid"), (parcel with { Attempts = 3, Until = at.AddDays(1), Address = "b@example.invalid" }).MessageId("example.invalid"));
        Assert.NotEqual(parcel.MessageId("example.invalid"), (parcel with { CreatedAt = at.AddSeconds(1) }).MessageId("example.invalid"));
    }

    private static string Places(string text) => string.Join(' ', Regex.Matches(text, @"\{[a-z_]+\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(place => place.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
