using System.DirectoryServices.Protocols;
using System.Net;
using System.Text;
using Assets.Core.Values;

namespace Assets.Operations.Access;

/// <summary>The directory did not answer, in time or in a way that says yes or no.</summary>
public sealed class DirectoryAwayException(string message, Exception? inner) : Exception(message, inner);

/// <summary>
/// Asks the directory whether a password is right: a search with the service's own account finds the person, and signing in as that
/// entry proves the password. Attributes are never compared with the password; the directory knows its own rules of locking and expiry.
/// </summary>
public sealed class DirectoryServer(DirectorySettings settings)
{
    public const string Refused = "directory_refused";

    // RFC 4511 4.1.9: what a directory answers where it knows the person and says no, such as for a locked account. Everything else is no answer.
    private static readonly int[] SaysNo = [19, 32, 48, 49, 50, 53];
    private const int ProtocolVersion = 3;

    public DirectorySettings Settings => settings;

    /// <exception cref="DirectoryAwayException">There is no answer that could be relied on.</exception>
    public async Task<Outcome<Vouched>> Ask(string account, string password, CancellationToken cancel)
    {
        // A sign-in without a password succeeds by RFC 4513 5.1.2, as nobody: it proves nothing.
        if (password.Length == 0 || string.IsNullOrWhiteSpace(account) || password.Contains('\0', StringComparison.Ordinal)) return new Refusal(Refused, account);
        try
        {
            // The library blocks, and not every step of it heeds its own limit: a directory that accepts and is silent must not keep the page.
            return await Task.Run(() => Look(account.Trim(), password), cancel).WaitAsync(settings.Timeout * 2, cancel);
        }
        catch (Exception e) when (e is TimeoutException or LdapException or DirectoryException or DllNotFoundException or TypeInitializationException or PlatformNotSupportedException)
        {
            throw new DirectoryAwayException($"The directory {settings.Server}:{settings.Port} does not answer: {e.Message}", e);
        }
    }

    private Outcome<Vouched> Look(string account, string password)
    {
        using var searching = Connect();
        if (settings.SearchAccount is null) searching.AuthType = AuthType.Anonymous; // of this connection only: the one that proves a password never is
        if (settings.SearchAccount is { } name) searching.Bind(new NetworkCredential(name, settings.SearchPassword));
        else searching.Bind();
        var entries = Search(searching, settings.Base, settings.Filter, account, [settings.AccountAttribute, settings.SubjectAttribute, settings.NameAttribute, settings.MailAttribute, settings.GroupAttribute]);
        if (entries.Count != 1) return new Refusal(Refused, account); // two of a name: neither
        var entry = entries[0];
        if (!Proves(entry.DistinguishedName, password)) return new Refusal(Refused, account);
        return new Vouched(
            Vouched.Directory, Subject(entry), Text(entry, settings.AccountAttribute) ?? "", Text(entry, settings.NameAttribute) ?? account, Text(entry, settings.MailAttribute), Groups(searching, entry));
    }

    private bool Proves(string person, string password)
    {
        using var connection = Connect();
        try
        {
            connection.Bind(new NetworkCredential(person, password));
            return true;
        }
        catch (LdapException e) when (SaysNo.Contains(e.ErrorCode))
        {
            return false;
        }
        catch (DirectoryOperationException e) when (e.Response is { } answer && SaysNo.Contains((int)answer.ResultCode))
        {
            return false;
        }
    }

    private HashSet<string> Groups(LdapConnection searching, SearchResultEntry person)
    {
        var groups = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (person.Attributes[settings.GroupAttribute] is { } named) groups.UnionWith(named.GetValues(typeof(string)).OfType<string>());
        if (settings.GroupBase is null) return groups;
        foreach (var group in Search(searching, settings.GroupBase, settings.GroupFilter, person.DistinguishedName, ["cn"]))
        {
            groups.Add(group.DistinguishedName);
            // A bare name counts only here, where the setting says in which part of the directory groups are to be believed.
            if (Text(group, "cn") is { } name) groups.Add(name);
        }
        return groups;
    }

    private List<SearchResultEntry> Search(LdapConnection connection, string top, string filter, string value, string[] attributes)
    {
        var request = new SearchRequest(top, filter.Replace("{0}", Escape(value), StringComparison.Ordinal), SearchScope.Subtree, attributes) { TimeLimit = settings.Timeout };
        var answer = (SearchResponse)connection.SendRequest(request, settings.Timeout);
        return [.. answer.Entries.Cast<SearchResultEntry>()];
    }

    private LdapConnection Connect()
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier(settings.Server, settings.Port, fullyQualifiedDnsHostName: false, connectionless: false)) { AuthType = AuthType.Basic, Timeout = settings.Timeout };
        var options = connection.SessionOptions;
        options.ProtocolVersion = ProtocolVersion;
        options.ReferralChasing = ReferralChasingOptions.None; // a password goes to the directory that is named, and nowhere that it points to
        if (settings.CertificateFolder is { } folder && !OperatingSystem.IsWindows())
        {
            options.TrustedCertificatesDirectory = folder;
            options.StartNewTlsSessionContext();
        }
        if (settings.Security == DirectorySecurity.Ldaps) options.SecureSocketLayer = true;
        if (settings.Security == DirectorySecurity.StartTls) Encrypt(connection);
        return connection;
    }

    // The library of Linux opens a connection only by signing in: as nobody, which says nothing that had to be secret, whatever the answer.
    private static void Encrypt(LdapConnection connection)
    {
        connection.AuthType = AuthType.Anonymous;
        try
        {
            connection.Bind();
        }
        catch (LdapException e) when (SaysNo.Contains(e.ErrorCode))
        {
            // A directory that wants nobody unknown: the connection is open all the same.
        }
        connection.AuthType = AuthType.Basic;
        connection.SessionOptions.StartTransportLayerSecurity(null);
    }

    /// <summary>A value as a part of a filter (RFC 4515 3): what was typed is never a piece of the filter itself.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            if (octet is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'-' or (byte)'_' or (byte)'@' or (byte)'=' or (byte)',' or (byte)' ') escaped.Append((char)octet);
            else escaped.Append('\\').Append(octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }

    // Sixteen octets in Active Directory, a text elsewhere: kept as text in both.
    private string Subject(SearchResultEntry entry)
    {
        if (entry.Attributes[settings.SubjectAttribute] is not { Count: > 0 } values) return "";
        return string.Equals(settings.SubjectAttribute, "objectGUID", StringComparison.OrdinalIgnoreCase) && values.GetValues(typeof(byte[])) is [byte[] { Length: 16 } octets, ..]
            ? new Guid(octets).ToString()
            : values.GetValues(typeof(string)).OfType<string>().First();
    }

    private static string? Text(SearchResultEntry entry, string attribute) =>
        entry.Attributes[attribute] is { Count: > 0 } values ? values.GetValues(typeof(string)).OfType<string>().FirstOrDefault(value => value.Length > 0) : null;
}
