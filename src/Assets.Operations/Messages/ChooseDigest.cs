using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <summary>A person chooses one mail a day, or each as it comes. What waited for a digest that is not wanted any more goes at once.</summary>
public static class ChooseDigest
{
    public static void Run(Installation installation, int person, bool wanted)
    {
        using var writing = Writing.Begin(installation.Database);
        writing.Connection.Execute("update users set mail_digest = @p1 where id = @p0", person, wanted);
        if (!wanted)
        {
            writing.Connection.Execute(
                "update mails set is_digest = @p2, next_attempt_at = @p1 where user_id = @p0 and state = 0 and parcel_id is null and is_digest", person, Conventions.ToMicroseconds(installation.Clock.GetUtcNow()), false);
        }
        writing.Commit();
    }
}
