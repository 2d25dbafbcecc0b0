using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Assets.Web.Security;

/// <summary>Seals what Identity keeps of a second factor with the installation's key ring.</summary>
internal sealed class Seal(IDataProtectionProvider protection) : IPersonalDataProtector
{
    private readonly IDataProtector protector = protection.CreateProtector("second factor");

    public string? Protect(string? data) => data is null ? null : protector.Protect(data);

    /// <summary>Nothing where the keys are gone: no code fits then, and an administrator has to reset the second factor.</summary>
    public string? Unprotect(string? data)
    {
        try
        {
            return data is null ? null : protector.Unprotect(data);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
