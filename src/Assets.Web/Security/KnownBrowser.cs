using System.Security.Cryptography;
using Assets.Core.Values;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Web.Security;

/// <summary>
/// Remembers in the browser itself who has signed in from it: a cookie that only this installation can write and read. It lets nobody in.
/// It keeps what others guess from the same address from holding up somebody who has been here before: a whole municipality may have one
/// address.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider protection)
{
    public const string Cookie = "assets.known";

    /// <summary>The latest that signed in at a shared computer.</summary>
    private const int Most = 5;

    private const int LongestCookie = 3_800; // browsers keep 4 096 bytes, with the name and what else belongs to it
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known browser").ToTimeLimitedDataProtector();

    /// <summary>After a whole sign-in, the second factor with it.</summary>
    public void Remember(HttpContext context, string? account)
    {
        var names = Names(context).Where(name => name != Keys.Fold(account)).Prepend(Keys.Fold(account)).Take(Most);
        var text = protector.Protect(string.Join('\n', names), Kept);
        if (text.Length > LongestCookie) return;
        context.Response.Cookies.Append(Cookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Kept, Path = "/sign-in" });
    }

    /// <summary>Whether somebody of that name has signed in from this browser within half a year.</summary>
    public bool Knows(HttpContext context, string? account) => Names(context).Contains(Keys.Fold(account), StringComparer.Ordinal);

    private string[] Names(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and <= LongestCookie } text) return [];
        try
        {
            return protector.Unprotect(text).Split('\n');
        }
        catch (CryptographicException)
        {
            return []; // forged, expired, or of another installation
        }
    }
}
