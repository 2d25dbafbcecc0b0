namespace Assets.Web.Pages.Shared;

/// <summary>Light or dark by choice; without a choice the script takes what the system prefers.</summary>
public static class Theme
{
    public const string Cookie = "assets.theme";

    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie] : null;
}
