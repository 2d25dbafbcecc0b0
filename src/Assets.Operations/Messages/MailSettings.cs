using System.Globalization;
using Assets.Core.Values;
using MimeKit;

namespace Assets.Operations.Messages;

/// <summary>How the connection to the mail server is made secret.</summary>
public enum MailTls
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,

    /// <summary>It begins in the clear and is then upgraded; a server that cannot is not used.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Tls,
}

/// <summary>Why no mail is sent at all.</summary>
public static class MailRefusals
{
    /// <summary>No server is named: mails wait until one is.</summary>
    public const string NotSetUp = "mail_not_set_up";

    /// <summary>A setting cannot be meant. Detail: its name.</summary>
    public const string SettingUnclear = "mail_setting_unclear";

    /// <summary>The file with the password cannot be read. Detail: its path.</summary>
    public const string PasswordUnread = "mail_password_unread";

    /// <summary>A password is not sent in the clear, but to this very machine.</summary>
    public const string PasswordInTheClear = "mail_password_in_the_clear";

    /// <summary>The person who asked has no address.</summary>
    public const string NoAddress = "mail_no_address";

    /// <summary>The server did not take it. Detail: what it said.</summary>
    public const string NotTaken = "mail_not_taken";

    /// <summary>There is no such mail, or it is sent already.</summary>
    public const string NothingToSend = "mail_nothing_to_send";

    public static IReadOnlyList<string> All { get; } = [NotSetUp, SettingUnclear, PasswordUnread, PasswordInTheClear, NoAddress, NotTaken, NothingToSend];
}

/// <summary>Where mails go out: the settings <c>Assets:Mail:…</c>, read anew for each pass. A class and no record, which would write out its password.</summary>
public sealed class MailSettings
{
    private MailSettings(string host, int port, MailboxAddress from, MailTls tls)
    {
        Host = host;
        Port = port;
        From = from;
        Tls = tls;
    }

    public string Host { get; }

    public int Port { get; }

    public MailTls Tls { get; }

    public string? User { get; private init; }

    /// <summary>As people read it: <c>Assets &lt;assets@example.se&gt;</c>.</summary>
    public string Sender => From.ToString();

    /// <summary>Where links lead; none: mails have no links.</summary>
    public string? PublicAddress { get; private init; }

    internal MailboxAddress From { get; }

    internal string? Password { get; private init; }

    /// <summary>A file of certificates that are trusted beside the system's, for a server with a certificate of the municipality's own.</summary>
    internal string? TrustedFile { get; private init; }

    public static Outcome<MailSettings> Read(Installation installation)
    {
        var mail = installation.Settings.GetSection("Assets:Mail");
        if (mail["Host"]?.Trim() is not { Length: > 0 } host) return new Refusal(MailRefusals.NotSetUp, "");
        if (!MailboxAddress.TryParse(mail["From"] ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal)) return Unclear("From");
        if (!Enum.TryParse(string.IsNullOrWhiteSpace(mail["Tls"]) ? nameof(MailTls.StartTls) : mail["Tls"], ignoreCase: true, out MailTls tls) || !Enum.IsDefined(tls)) return Unclear("Tls");
        var port = tls switch { MailTls.None => 25, MailTls.StartTls => 587, _ => 465 };
        if (!string.IsNullOrWhiteSpace(mail["Port"]) && (!int.TryParse(mail["Port"], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535)) return Unclear("Port");
        var user = string.IsNullOrWhiteSpace(mail["User"]) ? null : mail["User"];
        if (user is not null && tls == MailTls.None && host is not ("localhost" or "127.0.0.1" or "::1")) return new Refusal(MailRefusals.PasswordInTheClear, host);
        var password = mail["Password"];
        if (mail["PasswordFile"] is { Length: > 0 } file)
        {
            // With its whole path: the program may be started from anywhere.
            if (!Path.IsPathFullyQualified(file) || !File.Exists(file)) return new Refusal(MailRefusals.PasswordUnread, file);
            password = File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        if (user is not null && string.IsNullOrEmpty(password)) return Unclear("PasswordFile");
        return new MailSettings(host, port, from, tls)
        {
            User = user,
            Password = password,
            TrustedFile = string.IsNullOrWhiteSpace(mail["TrustedFile"]) ? null : mail["TrustedFile"],
            PublicAddress = PublicRoot(installation),
        };
    }

    private static string? PublicRoot(Installation installation) => installation.Settings["Assets:PublicAddress"] is { Length: > 0 } address ? address.TrimEnd('/') : null;

    private static Refusal Unclear(string name) => new(MailRefusals.SettingUnclear, "Assets:Mail:" + name);
}
