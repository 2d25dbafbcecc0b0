using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>An attempt to sign in, as its owner sees it.</summary>
public sealed record SignIn(DateTimeOffset At, SignInOutcome Outcome, string? Address);

/// <summary>Who tried to sign in to an account, when, from where and how it ended.</summary>
public static class SignIns
{
    private const int Shown = 30;

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<SignIn> Of(Database database, int userId)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select at, outcome, address from sign_ins where user_id = {userId} order by id desc limit {Shown}"),
            r => new SignIn(Conventions.ToInstant(r.GetInt64(0)), (SignInOutcome)r.GetInt32(1), r.Text(2)));
    }

    /// <summary>Without the writers' lock, which a month's run may hold for a while: nobody waits for it to sign in on PostgreSQL.</summary>
    public static void Record(Database database, int userId, DateTimeOffset at, SignInOutcome outcome, string? address)
    {
        using var connection = database.Open();
        connection.Execute("insert into sign_ins (user_id, at, outcome, address) values (@p0, @p1, @p2, @p3)", userId, Conventions.ToMicroseconds(at), (int)outcome, address);
    }
}
