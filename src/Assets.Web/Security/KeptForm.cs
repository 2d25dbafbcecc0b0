using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Web.Security;

/// <summary>
/// What somebody had typed when a session ended under his hands: kept for some minutes in a cookie that only this installation can
/// read, until the page is opened again after the sign-in. On the server it would be memory that anyone could fill.
/// </summary>
public sealed class KeptForm(IDataProtectionProvider protection)
{
    /// <summary>A form that shall be kept has a field of this name. No other is: a password has no place in a cookie.</summary>
    public const string Mark = "keep";

    private const string Cookie = "assets.kept";
    private const int LongestForm = 64 * 1024;
    private const int LongestCookie = 3_800; // browsers keep 4 096 bytes, with the name and what else belongs to it
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("kept form").ToTimeLimitedDataProtector();

    /// <summary>Keeps the fields of a form that met the sign-in page. A form that is too large for a cookie is not kept.</summary>
    public async Task Keep(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > LongestForm) return;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!form.ContainsKey(Mark)) return;
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal);
        using var packed = new MemoryStream();
        await using (var pack = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await JsonSerializer.SerializeAsync(pack, fields);
        var text = Convert.ToBase64String(protector.Protect(packed.ToArray(), Kept));
        if (text.Length > LongestCookie) return;
        context.Response.Cookies.Append(Cookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Kept, Path = "/" });
    }

    /// <summary>What was kept, once; none where there is nothing, or it is too old, or not ours.</summary>
    public IReadOnlyDictionary<string, string[]>? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and <= LongestCookie } text) return null;
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
        try
        {
            using var pack = new BrotliStream(new MemoryStream(protector.Unprotect(Convert.FromBase64String(text))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Dictionary<string, string[]>>(pack);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null; // forged or expired: nothing to show
        }
    }
}
