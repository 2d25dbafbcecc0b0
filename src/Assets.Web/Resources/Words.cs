using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Assets.Core.Values;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;

namespace Assets.Web.Resources;

/// <summary>
/// The texts of the pages in the reader's language, from all files of texts beside this one: <c>Texts</c> for what every page needs,
/// one more for each room. A text that is missing throws: a test asks for each one that a page names.
/// </summary>
public sealed class Words
{
    private static readonly FrozenDictionary<string, string> Swedish = Read("sv");
    private static readonly FrozenDictionary<string, string> English = Read("en");

    /// <exception cref="KeyNotFoundException">No text has that key.</exception>
    public string this[string key] => Spoken.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text has the key {key}.");

    public string Of(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A text for a word that comes from data, such as a finding's code: an unknown one is shown as it is.</summary>
    public string Known(string family, string word) => Spoken.GetValueOrDefault($"{family}.{word}") ?? word;

    /// <summary>One or many: <c>key.one</c> or <c>key.many</c> with the number written by the caller.</summary>
    public string Count(string key, long count, string written) => Of(count == 1 ? $"{key}.one" : $"{key}.many", written);

    /// <summary>What a rule says no to, and why.</summary>
    public string Refused(Refusal refusal) => Of($"refusal.{refusal.Code}", refusal.Code switch
    {
        AssetRefusals.NoSuchStep => States(refusal.Detail, 2),
        FulfilRefusals.NotInStock => States(refusal.Detail, 1),
        _ => refusal.Detail,
    });

    // The tag of an asset, which may have spaces, and then its state, or those between which it would have to go.
    private string States(string detail, int states)
    {
        var words = detail.Split(' ');
        return $"{string.Join(' ', words[..^states])}, {string.Join(" → ", words[^states..].Select(state => Known("state", state)))}";
    }

    private static FrozenDictionary<string, string> Spoken => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Swedish;

    private static FrozenDictionary<string, string> Read(string language)
    {
        var culture = language == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture; // Swedish is what the program itself carries
        var assembly = typeof(Words).Assembly;
        return (from name in assembly.GetManifestResourceNames()
                where name.EndsWith(".resources", StringComparison.Ordinal)
                from DictionaryEntry entry in new ResourceManager(name[..^".resources".Length], assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
                    ?? throw new MissingManifestResourceException($"{name} has no texts for {language}.")
                select KeyValuePair.Create((string)entry.Key, (string)entry.Value!)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
