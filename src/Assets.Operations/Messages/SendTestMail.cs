using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <param name="Address">Whom it was sent to.</param>
/// <param name="Answer">What the server said.</param>
public sealed record TestMailSent(string Address, string Answer);

/// <summary>Sends a mail to the one who asks for it, at once and past the outbox: to try the settings.</summary>
public static class SendTestMail
{
    public static async Task<Outcome<TestMailSent>> RunAsync(Installation installation, int person, CancellationToken cancel = default)
    {
        if (!MailSettings.Read(installation).TryGet(out var settings, out var refusal)) return refusal;
        var now = installation.Clock.GetUtcNow();
        if (Find(installation, person) is not { } reader) return new Refusal(MailRefusals.NoAddress, "");
        var (office, answer) = await PostOffice.Open(settings, cancel);
        if (office is null) return new Refusal(MailRefusals.NotTaken, answer);
        using (office)
        {
            MailContent content = new(MailKinds.Test, new Dictionary<string, string?>(StringComparer.Ordinal) { ["address"] = "/", ["host"] = settings.Host });
            var parcel = new Parcel(0, $"test/{person}/{now.UtcTicks}", now, now, 1, reader.Address, reader.Name, reader.Language, [content]);
            var handed = await office.Hand(parcel, Letter.Write(parcel.Contents, parcel.Language, parcel.Reader, settings.PublicAddress), now, cancel);
            await office.Close(cancel);
            return handed.How == Handing.Accepted ? new TestMailSent(reader.Address, handed.Answer) : new Refusal(MailRefusals.NotTaken, handed.Answer);
        }
    }

    private static (string Address, string Name, string Language)? Find(Installation installation, int person)
    {
        using var connection = installation.Database.Open();
        return connection.Rows(
            "select email, display_name, language from users where id = @p0 and coalesce(email, '') <> ''",
            r => ((string, string, string)?)(r.GetString(0), r.GetString(1), r.GetString(2)), person).SingleOrDefault();
    }
}
