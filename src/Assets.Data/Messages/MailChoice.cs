using Assets.Data.Storage;

namespace Assets.Data.Messages;

/// <summary>How a person is written to.</summary>
/// <param name="Address">None: nothing is sent at all.</param>
public sealed record MailChoice(string? Address, bool IsDigest)
{
    public static MailChoice Of(Database database, int person)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Add($"select email, mail_digest from users where id = {person}"), r => new MailChoice(string.IsNullOrWhiteSpace(r.Text(0)) ? null : r.Text(0), r.GetBoolean(1)))
            ?? new MailChoice(null, false);
    }
}
