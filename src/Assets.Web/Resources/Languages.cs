using System.Globalization;
using Assets.Web.Security;
using Microsoft.AspNetCore.Localization;

namespace Assets.Web.Resources;

/// <summary>Swedish unless someone has chosen English: in the profile, or before signing in by a cookie.</summary>
internal static class Languages
{
    public const string Cookie = "assets.language";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture("sv-SE");
        options.SupportedCultures = options.SupportedUICultures = [new CultureInfo("sv-SE"), new CultureInfo("en-GB")];
        options.RequestCultureProviders = [new CustomRequestCultureProvider(context =>
        {
            var language = TokenScheme.IsFor(context) ? Asked(context) ?? context.FindViewer()?.Language : context.FindViewer()?.Language ?? context.Request.Cookies[Cookie];
            return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language == "en" ? "en-GB" : "sv-SE"));
        })];
    }

    // A program says it with each call: the first language that we have.
    private static string? Asked(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value is { Length: >= 2 } tag ? tag[..2].ToLowerInvariant() : "")
        .FirstOrDefault(language => language is "sv" or "en");

    /// <summary>Of who is answered now.</summary>
    public static bool IsSwedish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";

    public static string Checked(string? language) => language == "en" ? "en" : "sv";
}
