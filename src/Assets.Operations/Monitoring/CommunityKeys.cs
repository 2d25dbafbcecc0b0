using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Assets.Snmp.Client;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Operations.Monitoring;

/// <summary>
/// Encrypts and opens the communities of devices with the installation's key ring, which the web and the command line share: same
/// folder, same application name. The database alone, or a copy of it, tells no community.
/// </summary>
public sealed class CommunityKeys
{
    /// <summary>The name under which every program of ours uses the key ring; another name is another ring.</summary>
    public const string ApplicationName = "Assets";

    private const string Purpose = "device community";
    private readonly IDataProtector protector;

    public CommunityKeys(IDataProtectionProvider ring) => protector = ring.CreateProtector(Purpose);

    /// <summary>Opens the key ring's folder, making it where it is missing, for this account only.</summary>
    public static CommunityKeys Open(Installation installation)
    {
        var folder = new DirectoryInfo(installation.KeyRingFolder);
        if (!folder.Exists)
        {
            if (OperatingSystem.IsWindows()) folder.Create();
            else Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return new CommunityKeys(DataProtectionProvider.Create(folder, ring => ring.SetApplicationName(ApplicationName)));
    }

    public string Protect(string community) => protector.Protect(community);

    /// <summary>False where the ring lacks the key, as after a database was moved without its key ring.</summary>
    public bool TryOpen(string protectedCommunity, [NotNullWhen(true)] out Community? community)
    {
        community = TryOpenText(protectedCommunity) is { } text ? new Community(text) : null;
        return community is not null;
    }

    /// <summary>None where the ring lacks the key.</summary>
    internal string? TryOpenText(string protectedCommunity)
    {
        try
        {
            return protector.Unprotect(protectedCommunity);
        }
        catch (CryptographicException)
        {
            return null; // the exception says nothing that the caller could act on beyond this
        }
    }
}
