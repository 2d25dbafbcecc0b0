using System.Globalization;
using System.Resources;

namespace Assets.Web.Resources;

/// <summary>The texts of the pages in the reader's language. A text that is missing throws: a test asks for each one that a page names.</summary>
public sealed class Words
{
    private static readonly ResourceManager Texts = new("Assets.Web.Resources.Texts", typeof(Words).Assembly);

    /// <exception cref="KeyNotFoundException">No text has that key.</exception>
    public string this[string key] => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new KeyNotFoundException($"No text has the key {key}.");

    public string Of(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A text for a word that comes from data, such as a finding's code: an unknown one is shown as it is.</summary>
    public string Known(string family, string word) => Texts.GetString($"{family}.{word}", CultureInfo.CurrentUICulture) ?? word;

    /// <summary>One or many: <c>key.one</c> or <c>key.many</c> with the number written by the caller.</summary>
    public string Count(string key, long count, string written) => Of(count == 1 ? $"{key}.one" : $"{key}.many", written);
}
