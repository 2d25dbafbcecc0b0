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
            var language = context.FindViewer()?.Language ?? context.Request.Cookies[Cookie];
            return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language == "en" ? "en-GB" : "sv-SE"));
        })];
    }

    public static string Checked(string? language) => language == "en" ? "en" : "sv";
}
