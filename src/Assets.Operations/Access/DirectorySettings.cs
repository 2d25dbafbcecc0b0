using System.Globalization;
using System.Net;
using Assets.Operations.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Assets.Operations.Access;

/// <summary>How passwords reach the directory.</summary>
public enum DirectorySecurity
{
    /// <summary>TLS from the first octet, port 636.</summary>
    Ldaps,

    /// <summary>Port 389, turned into TLS before anything is said.</summary>
    StartTls,

    /// <summary>In clear: to a directory on the same machine only.</summary>
    None,
}

/// <summary>The settings <c>Assets:Directory</c>: an LDAP directory or Active Directory that knows the passwords of people here.</summary>
public sealed record DirectorySettings(string Server, int Port, DirectorySecurity Security, string Base)
{
    /// <summary>Who searches: a DN, or in Active Directory also <c>name@domain</c>. None: the directory answers to anyone.</summary>
    public string? SearchAccount { get; init; }

    public string? SearchPassword { get; init; }

    /// <summary>Finds the person; <c>{0}</c> stands for what was typed.</summary>
    public string Filter { get; init; } = "(&(objectClass=person)(uid={0}))";

    public string AccountAttribute { get; init; } = "uid";

    /// <summary>What is never given to another: <c>entryUUID</c>, in Active Directory <c>objectGUID</c>.</summary>
    public string SubjectAttribute { get; init; } = "entryUUID";

    public string NameAttribute { get; init; } = "displayName";

    public string MailAttribute { get; init; } = "mail";

    /// <summary>Where the person's entry names its groups, by their DN.</summary>
    public string GroupAttribute { get; init; } = "memberOf";

    /// <summary>Where groups are looked for that name their members; none: the person's entry says it.</summary>
    public string? GroupBase { get; init; }

    /// <summary>Finds the groups of a person; <c>{0}</c> stands for the person's DN.</summary>
    public string GroupFilter { get; init; } = "(&(objectClass=groupOfNames)(member={0}))";

    /// <summary>A folder of certificates in PEM that are trusted for TLS; none: the machine's own.</summary>
    public string? CertificateFolder { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    public bool MayCreate { get; init; }

    /// <summary>None where no directory is named.</summary>
    /// <exception cref="SettingRefusedException">A setting is not understood, or passwords would go over the network in clear.</exception>
    public static DirectorySettings? Read(IConfiguration settings)
    {
        var section = settings.GetSection("Assets:Directory");
        if (string.IsNullOrWhiteSpace(section["Server"])) return null;
        var server = section["Server"]!.Trim();
        var security = SecurityOf(section, server);
        var plain = new DirectorySettings(server, Number(section, "Port", security == DirectorySecurity.Ldaps ? 636 : 389, 65_535), security, section["Base"] is { Length: > 0 } top ? top : throw new SettingRefusedException("The setting Assets:Directory:Base is missing: the DN below which people are looked for, as dc=example,dc=org."));
        var isActive = string.Equals(section["Kind"], "active_directory", StringComparison.Ordinal);
        if (!isActive && section["Kind"] is not (null or "" or "ldap")) throw new SettingRefusedException($"The setting Assets:Directory:Kind is '{section["Kind"]}'. Write ldap or active_directory.");
        return plain with
        {
            SearchAccount = section["SearchAccount"],
            SearchPassword = SecretFile.Read(section, "SearchPassword"),
            Filter = section["Filter"] ?? (isActive ? "(&(objectCategory=person)(objectClass=user)(sAMAccountName={0}))" : plain.Filter),
            AccountAttribute = section["AccountAttribute"] ?? (isActive ? "sAMAccountName" : plain.AccountAttribute),
            SubjectAttribute = section["SubjectAttribute"] ?? (isActive ? "objectGUID" : plain.SubjectAttribute),
            NameAttribute = section["NameAttribute"] ?? plain.NameAttribute,
            MailAttribute = section["MailAttribute"] ?? plain.MailAttribute,
            GroupAttribute = section["GroupAttribute"] ?? plain.GroupAttribute,
            GroupBase = section["GroupBase"],
            GroupFilter = section["GroupFilter"] ?? (isActive ? "(&(objectClass=group)(member:1.2.840.113556.1.4.1941:={0}))" : plain.GroupFilter), // the number is Active Directory's rule for groups in groups
            CertificateFolder = section["CertificateFolder"],
            Timeout = TimeSpan.FromSeconds(Number(section, "TimeoutSeconds", 5, 60)),
            MayCreate = AccountsSetting.MayCreate(section),
        };
    }

    private static DirectorySecurity SecurityOf(IConfigurationSection section, string server)
    {
        switch (section["Security"])
        {
            case null or "" or "ldaps": return DirectorySecurity.Ldaps;
            case "starttls": return DirectorySecurity.StartTls;
            case "none" when server == "localhost" || (IPAddress.TryParse(server, out var address) && IPAddress.IsLoopback(address)): return DirectorySecurity.None;
            case "none": throw new SettingRefusedException($"The setting Assets:Directory:Security is none, and {server} is another machine: everybody's password would cross the network in clear. Write ldaps or starttls.");
            default: throw new SettingRefusedException($"The setting Assets:Directory:Security is '{section["Security"]}'. Write ldaps, starttls or none.");
        }
    }

    private static int Number(IConfigurationSection section, string name, int otherwise, int most)
    {
        if (string.IsNullOrWhiteSpace(section[name])) return otherwise;
        if (int.TryParse(section[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        throw new SettingRefusedException(string.Create(CultureInfo.InvariantCulture, $"The setting {section.Path}:{name} is '{section[name]}'. Write a number from 1 to {most}."));
    }
}
