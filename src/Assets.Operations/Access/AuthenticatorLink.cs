using Assets.Export.Labels;

namespace Assets.Operations.Access;

/// <summary>What an authenticator app scans: the address with the secret, and its drawing.</summary>
/// <param name="Key">The secret in groups of four, for who types it.</param>
public sealed record AuthenticatorLink(string Key, int Size, string Path)
{
    /// <param name="secret">In base 32, as Identity makes it.</param>
    public static AuthenticatorLink Of(string account, string secret)
    {
        const string Issuer = "Assets";
        var drawing = QrDrawing.Of($"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Issuer}&digits=6");
        return new AuthenticatorLink(string.Join(' ', secret.Chunk(4).Select(group => new string(group).ToLowerInvariant())), drawing.Size, drawing.Path);
    }
}
