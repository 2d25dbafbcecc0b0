using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>What is known of a key that a request carries.</summary>
/// <param name="IsNew">It is the first with this key, which is taken by now.</param>
/// <param name="Answer">None where the first request is under way still, or was cut off.</param>
public sealed record KnownAnswer(bool IsNew, string Digest, int? Status, string? Answer);

/// <summary>
/// Requests that carry a key of their own are done once. The key is taken by an insert that only one of many can make, before anything
/// is done; the answer is kept beside it. A program that ends in between leaves a key without an answer: whether the act was done is
/// then not known, and nobody is told that it was not.
/// </summary>
public static class IdempotentAnswers
{
    public static KnownAnswer Take(Database database, int userId, string key, string digest, DateTimeOffset now, TimeSpan keptFor)
    {
        using var connection = database.Open();
        connection.Execute("delete from idempotent_answers where asked_at < @p0", Conventions.ToMicroseconds(now - keptFor));
        var taken = connection.Execute(
            "insert into idempotent_answers (user_id, key, digest, asked_at) values (@p0, @p1, @p2, @p3) on conflict do nothing", userId, key, digest, Conventions.ToMicroseconds(now)) == 1;
        if (taken) return new KnownAnswer(true, digest, null, null);
        var known = connection.Rows(
            "select digest, status, answer from idempotent_answers where user_id = @p0 and key = @p1", r => new KnownAnswer(false, r.GetString(0), r.Int(1), r.Text(2)), userId, key);
        return known is [var one] ? one : new KnownAnswer(false, digest, null, null); // given up by the other in this moment: as if it were under way
    }

    public static void Keep(Database database, int userId, string key, int status, string answer)
    {
        using var connection = database.Open();
        connection.Execute("update idempotent_answers set status = @p2, answer = @p3 where user_id = @p0 and key = @p1", userId, key, status, answer);
    }

    /// <summary>After a fault, by which nothing was done: the same request may be tried again.</summary>
    public static void GiveUp(Database database, int userId, string key)
    {
        using var connection = database.Open();
        connection.Execute("delete from idempotent_answers where user_id = @p0 and key = @p1 and status is null", userId, key);
    }
}
