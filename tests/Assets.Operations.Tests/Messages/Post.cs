using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Support;
using Microsoft.Extensions.Configuration;

namespace Assets.Operations.Tests.Messages;

/// <summary>An installation with a few readers, whose mails go to a server of the test's own.</summary>
internal sealed class Post : IDisposable
{
    private readonly TestInstallation test;
    private int written;

    public Post(Engine engine)
    {
        test = TestInstallation.On(engine);
        foreach (var (account, name, language, email) in new[] { ("berit", "Berit Budget", "sv", "berit@example.invalid"), ("emma", "Emma English", "en", "emma@example.invalid"), ("utan", "Utan Adress", "sv", null) })
            new Account(account, name, "correct horse battery", language, [], email).Create(test.Database, test.Clock, "test");
    }

    public SettableClock Clock => test.Clock;

    public Database Database => test.Database;

    public string Folder => test.Folder;

    public Installation At(MailServer server, params (string Name, string Value)[] more) => At(server.Port, more);

    public Installation At(int port, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Assets:Mail:Host"] = "127.0.0.1",
            ["Assets:Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Assets:Mail:From"] = "Assets <assets@example.invalid>",
            ["Assets:Mail:Tls"] = "none",
            ["Assets:PublicAddress"] = "https://assets.example.invalid/",
        };
        foreach (var (name, value) in more) settings[name] = value;
        return test.Installation with { Settings = new ConfigurationBuilder().AddInMemoryCollection(settings).Build() };
    }

    /// <summary>Queues a mail as an operation does. Answers whether it was put in.</summary>
    public bool Queue(string account, string kind = MailKinds.OrderToApprove, string? key = null, string actor = "Olle Orre", string? text = null)
    {
        using var writing = Writing.Begin(Database);
        var id = (int)writing.Connection.Number("select id from users where user_name = @p0", account);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["number"] = "B2026-00001", ["address"] = "/orders/B2026-00001", ["unit"] = "Björkskolan", ["orderer"] = "Olle Orre", ["actor"] = actor, ["monthly_rent"] = "1234.50", ["text"] = text,
            ["from"] = "2026-11-23", ["last_day"] = "2026-11-30", ["account"] = account, ["host"] = "mail.example.invalid",
        };
        var isIn = Outbox.Add(writing, test.Installation, key ?? $"test/{++written}", id, kind, values);
        writing.Commit();
        return isIn;
    }

    public List<string> Rows(string sql)
    {
        using var connection = Database.Open();
        return connection.Rows(sql, r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "" : Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture))));
    }

    public void Execute(string sql)
    {
        using var connection = Database.Open();
        connection.Execute(sql);
    }

    /// <summary>A certificate for the loopback address, and the file that says that it is trusted.</summary>
    public (X509Certificate2 Certificate, string File) Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(Folder, "trusted.pem");
        File.WriteAllText(file, made.ExportCertificatePem());
        return (X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null), file);
    }

    public void Dispose() => test.Dispose();
}
