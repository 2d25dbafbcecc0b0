using Assets.Data.Access;
using Microsoft.AspNetCore.Identity;

namespace Assets.Web.Security;

/// <summary>Secret and codes of an authenticator app. A code is good for some minutes but only once: whoever looks over a shoulder gets nothing.</summary>
internal static class AuthenticatorCodes
{
    private const string Keeper = "Assets";
    private const string Name = "UsedCodes";
    private const int Kept = 6; // more than are good at any moment

    /// <summary>Whether a code is good, and now used up. Two requests with the same code at once: one of them loses.</summary>
    public static async Task<bool> Use(UserManager<AppUser> people, AppUser user, string code)
    {
        var used = (await people.GetAuthenticationTokenAsync(user, Keeper, Name) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (used.Contains(code) || !await people.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)) return false;
        return (await people.SetAuthenticationTokenAsync(user, Keeper, Name, string.Join(';', used.Append(code).TakeLast(Kept)))).Succeeded;
    }

    /// <summary>What the app is to know: made at the first look. Not by ResetAuthenticatorKeyAsync, which would end the person's other sessions for a look at a page.</summary>
    public static async Task<string> Secret(UserManager<AppUser> people, AppUser user)
    {
        if (await people.GetAuthenticatorKeyAsync(user) is { } known) return known;
        var made = people.GenerateNewAuthenticatorKey();
        await people.SetAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey", made); // where Identity looks for it
        return made;
    }

    /// <summary>As it was typed, without the blank in the middle.</summary>
    public static string Plain(string? typed) => new([.. (typed ?? "").Where(char.IsAsciiDigit).Take(8)]);
}
