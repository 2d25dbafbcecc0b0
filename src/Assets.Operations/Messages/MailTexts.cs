using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Assets.Operations.Messages;

/// <summary>The texts of mails in one language, from the files of texts beside this one, with their places filled.</summary>
internal sealed partial class MailTexts
{
    private static readonly MailTexts Swedish = new("sv", CultureInfo.InvariantCulture);
    private static readonly MailTexts English = new("en", CultureInfo.GetCultureInfo("en"));

    private readonly FrozenDictionary<string, string> texts;

    private MailTexts(string language, CultureInfo culture)
    {
        Language = language;
        var set = new ResourceManager("Assets.Operations.Messages.Mails", typeof(MailTexts).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"There are no mails in {language}.");
        texts = set.Cast<System.Collections.DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    public string Language { get; }

    public IReadOnlyDictionary<string, string> All => texts;

    public static MailTexts In(string language) => language == "en" ? English : Swedish;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <exception cref="KeyNotFoundException">No text has that key.</exception>
    public string Fill(string key, IReadOnlyDictionary<string, string?> values) =>
        Place().Replace(texts[key], place => Written(place.Groups["name"].Value, values.GetValueOrDefault(place.Groups["name"].Value)));

    // Amounts and days lie in the values as files have them, and are written as the reader's language does.
    private string Written(string name, string? value) => value switch
    {
        null => "",
        _ when name is "monthly_rent" or "total" && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var kronor) => Amount(kronor),
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
        _ => value,
    };

    private string Amount(decimal kronor) => Language == "en"
        ? string.Create(CultureInfo.InvariantCulture, $"SEK {kronor:#,0.00}")
        : kronor.ToString("#,0.00", CultureInfo.InvariantCulture).Replace(",", "\u00A0", StringComparison.Ordinal).Replace('.', ',') + "\u00A0kr";

    private string Day(DateOnly day) => day.ToString(Language == "en" ? "d MMM yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
