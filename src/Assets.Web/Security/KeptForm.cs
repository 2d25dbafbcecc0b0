using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Web.Security;

/// <summary>
/// What somebody had typed when a session ended under his hands: kept for some minutes in cookies that only this installation can
/// read and only the pages of its room are sent, until it is opened again after the sign-in. On the server it would be memory that anyone could fill.
/// </summary>
public sealed class KeptForm(IDataProtectionProvider protection)
{
    /// <summary>A form that shall be kept has a field of this name. No other is: a password has no place in a cookie.</summary>
    public const string Mark = "keep";

    private const string Cookie = "assets.kept";
    private const int LongestForm = 64 * 1024;
    private const int LongestText = 6_000; // in two cookies: a proxy takes 8 192 of one line of headers, and the session has its own
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private readonly ChunkingCookieManager cookies = new();
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("kept form").ToTimeLimitedDataProtector();

    /// <summary>Keeps the fields of a form that met the sign-in page. False where it is too large, or not one to be kept.</summary>
    public async Task<bool> Keep(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > LongestForm) return false;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!form.ContainsKey(Mark)) return false;
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal);
        using var packed = new MemoryStream();
        await using (var pack = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await JsonSerializer.SerializeAsync(pack, fields);
        var text = Base64Url.EncodeToString(protector.Protect(packed.ToArray(), Kept)); // no letter that is escaped, which would make a cookie longer than it is cut to
        if (text.Length > LongestText) return false;
        cookies.AppendResponseCookie(context, Cookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Kept, Path = Room(context) });
        return true;
    }

    /// <summary>What was kept, once; none where there is nothing, or it is too old, or not ours.</summary>
    public IReadOnlyDictionary<string, string[]>? Take(HttpContext context)
    {
        if (cookies.GetRequestCookie(context, Cookie) is not { Length: > 0 and <= LongestText } text) return null;
        cookies.DeleteCookie(context, Cookie, new CookieOptions { Path = Room(context) });
        try
        {
            using var pack = new BrotliStream(new MemoryStream(protector.Unprotect(Base64Url.DecodeFromChars(text))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Dictionary<string, string[]>>(pack);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null; // forged or expired: nothing to show
        }
    }

    // A part of the address that a route names, so that nothing of a visitor's own comes to stand in the header.
    private static string Room(HttpContext context) => "/" + context.Request.Path.Value?.Split('/').ElementAtOrDefault(1);
}
