using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Assets.Support;

/// <summary>A real LDAP directory for one test: on free loopback ports, in a folder of its own, with a few people and groups. Skipped where slapd is not installed.</summary>
internal sealed class SlapdServer : IDisposable
{
    public const string Base = "dc=example,dc=org";
    public const string SearchAccount = "cn=search,dc=example,dc=org";
    public const string SearchPassword = "the search's secret";
    public const string Group = "it-tekniker";
    public const string Password = "katalogens lösenord";

    private const string Program = "/usr/sbin/slapd";
    private const string Modules = "/usr/lib/ldap";
    private const string Schemas = "/etc/ldap/schema";

    // Ends with this process, however that ends: the pipe closes then.
    private const string Guard = """
        "$@" &
        server=$!
        cat >/dev/null
        kill "$server" 2>/dev/null
        wait "$server"
        """;

    private readonly TemporaryFolder folder = new();
    private Process? guard;

    private SlapdServer()
    {
    }

    public int Port { get; } = FreePort();

    public int TlsPort { get; } = FreePort();

    /// <summary>Where the certificate lies that its own is signed with.</summary>
    public string Certificates => folder["trusted"];

    public static SlapdServer Start()
    {
        Assert.SkipUnless(File.Exists(Program), "slapd is not installed (on Debian: apt-get install slapd)");
        var server = new SlapdServer();
        server.Fill();
        server.Listen();
        return server;
    }

    /// <summary>Stops answering.</summary>
    public void Stop()
    {
        guard?.StandardInput.Close();
        guard?.WaitForExit(TimeSpan.FromSeconds(10));
        guard?.Dispose();
        guard = null;
    }

    public void Dispose()
    {
        Stop();
        folder.Dispose();
    }

    /// <summary>Takes everybody out of the group, by removing it; the people keep what they are.</summary>
    public void RemoveGroup()
    {
        using var connection = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", Port, fullyQualifiedDnsHostName: false, connectionless: false), new NetworkCredential($"cn=root,{Base}", "root"), AuthType.Basic);
        connection.SessionOptions.ProtocolVersion = 3;
        connection.SendRequest(new DeleteRequest($"cn={Group},ou=groups,{Base}"));
    }

    private void Fill()
    {
        Directory.CreateDirectory(folder["data"]);
        Certify();
        File.WriteAllText(folder["slapd.conf"], $"""
            include {Schemas}/core.schema
            include {Schemas}/cosine.schema
            include {Schemas}/inetorgperson.schema
            modulepath {Modules}
            moduleload back_mdb
            moduleload memberof
            pidfile "{folder["pid"]}"
            TLSCertificateFile "{folder["server.pem"]}"
            TLSCertificateKeyFile "{folder["server.key"]}"
            # As lax as directories are found to be: a name without a password signs in as nobody.
            allow bind_anon_cred
            database mdb
            suffix "{Base}"
            rootdn "cn=root,{Base}"
            rootpw root
            directory "{folder["data"]}"
            overlay memberof
            access to attrs=userPassword by anonymous auth by * none
            access to * by dn.exact="{SearchAccount}" read by * none
            """.Replace("            ", "", StringComparison.Ordinal));
        Run(Program, ["-T", "add", "-f", folder["slapd.conf"]], Entries);
    }

    private void Listen()
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Guard, "sh", Program, "-d", "0", "-f", folder["slapd.conf"], "-h", string.Create(CultureInfo.InvariantCulture, $"ldap://127.0.0.1:{Port} ldaps://127.0.0.1:{TlsPort}")])
            start.ArgumentList.Add(argument);
        guard = Process.Start(start) ?? throw new InvalidOperationException("slapd did not start.");
        for (var tries = 0; tries < 3000; tries++) // a minute, as for the database server: the machine may be busy
        {
            using var socket = new TcpClient();
            try
            {
                socket.Connect(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) // not up yet
            {
                Thread.Sleep(20);
            }
        }
        throw new InvalidOperationException("slapd did not come to listen.");
    }

    private void Certify()
    {
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Assets tests", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        using var root = authority.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1), [1, 2, 3]);
        File.WriteAllText(folder["server.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(folder["server.key"], key.ExportPkcs8PrivateKeyPem());
        Directory.CreateDirectory(Certificates);
        File.WriteAllText(Path.Combine(Certificates, "root.pem"), root.ExportCertificatePem());
    }

    private static void Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {said}");
    }

    private static string Person(string account, string name, string? group = null) => string.Join('\n',
        $"dn: uid={account},ou=people,{Base}", "objectClass: inetOrgPerson", $"uid: {account}", $"cn: {name}", $"sn: {name}", $"displayName: {name}", $"mail: {account}@example.org",
        "userPassword:: " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password)), group is null ? "" : $"memberOf: cn={group},ou=groups,{Base}\n") + "\n";

    private static string Entries => string.Join('\n',
        $"dn: {Base}", "objectClass: dcObject", "objectClass: organization", "dc: example", "o: Example", "",
        $"dn: ou=people,{Base}", "objectClass: organizationalUnit", "ou: people", "",
        $"dn: ou=groups,{Base}", "objectClass: organizationalUnit", "ou: groups", "",
        $"dn: {SearchAccount}", "objectClass: organizationalRole", "objectClass: simpleSecurityObject", "cn: search", $"userPassword: {SearchPassword}", "",
        $"dn: cn={Group},ou=groups,{Base}", "objectClass: groupOfNames", $"cn: {Group}", $"member: uid=maja,ou=people,{Base}", "",
        Person("maja", "Maja Manager", Group), Person("nils", "Nils Nilsson"), Person("odd(*)", "Odd Oddsson"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
