using Assets.Core.Values;
using Assets.Data.Messages;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

public sealed record MailDueAgain(string Key);

/// <summary>Lets a mail that was given up, or that waits for its next attempt, go out at the next pass: after its address or the server was put right.</summary>
public static class ResendMail
{
    public static Outcome<MailDueAgain> Run(Installation installation, long id)
    {
        using var writing = Writing.Begin(installation.Database);
        var now = installation.Clock.GetUtcNow();
        var found = writing.Connection.Rows(
            "select key, parcel_id from mails where id = @p0 and state in (@p1, @p2)", r => ((string Key, long? Parcel)?)(r.GetString(0), r.Long(1)), id, (int)MailState.Waiting, (int)MailState.Failed).SingleOrDefault();
        if (found is not { } mail) return new Refusal(MailRefusals.NothingToSend, "");
        writing.Connection.Execute(
            "update mails set state = 0, attempts = 0, next_attempt_at = @p1 where (id = @p0 or parcel_id = @p2) and state <> 2", id, Conventions.ToMicroseconds(now), mail.Parcel);
        writing.AddChangeSet(now, installation.Actor, "resend mail", null, mail.Key);
        writing.Commit();
        return new MailDueAgain(mail.Key);
    }
}
