using System.Data.Common;

namespace Assets.Data.Storage;

/// <summary>Work that takes longer than a page, as it stands in the database.</summary>
/// <param name="Input">How to do it, as JSON.</param>
/// <param name="Result">What came of it, as JSON; of a failure, why.</param>
public sealed record LongTask(int Id, string Kind, string Subject, string Input, string StartedBy, DateTimeOffset CreatedAt, TaskState State, DateTimeOffset? FinishedAt, string? Result)
{
    private const string Columns = "select id, kind, subject, input, started_by, created_at, state, finished_at, result from tasks";

    public bool IsUnderWay => State is TaskState.Waiting or TaskState.Running;

    public static LongTask? Find(Database database, int id)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Raw(Columns).Add($" where id = {id}"), Read);
    }

    public static LongTask? Last(Database database, string kind, string subject)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Raw(Columns).Add($" where kind = {kind} and subject = {subject} order by id desc limit 1"), Read);
    }

    /// <summary>The newest first.</summary>
    /// <param name="before">The task after which, counted backwards, to go on; none from the newest.</param>
    public static IReadOnlyList<LongTask> Recent(Database database, string kind, int limit, int? before = null)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(new Query().Raw(Columns).Add($" where kind = {kind} and id < {before ?? int.MaxValue} order by id desc limit {limit}"), Read);
    }

    internal static LongTask? Next(DbConnection connection) =>
        connection.Rows($"{Columns} where state = @p0 order by id limit 1", Read, (int)TaskState.Waiting).SingleOrDefault();

    /// <summary>The same work is not put in the queue twice: whoever asks again gets what is under way.</summary>
    internal static LongTask Add(Writing writing, string kind, string subject, string input, string actor, DateTimeOffset at)
    {
        var under = writing.Connection.Rows($"{Columns} where kind = @p0 and subject = @p1 and state < @p2 order by id desc limit 1", Read, kind, subject, (int)TaskState.Done);
        if (under.Count > 0) return under[0];
        writing.Connection.Execute(
            "insert into tasks (kind, subject, input, started_by, created_at, state, percent, done_count, seen_at) values (@p0, @p1, @p2, @p3, @p4, 0, 0, 0, @p4)",
            kind, subject, input, actor, Conventions.ToMicroseconds(at));
        return writing.Connection.Rows($"{Columns} where kind = @p0 and subject = @p1 order by id desc limit 1", Read, kind, subject)[0];
    }

    internal static void Set(DbConnection connection, int id, TaskState state, DateTimeOffset at, string? result) => connection.Execute(
        "update tasks set state = @p1, seen_at = @p2, finished_at = @p3, result = @p4 where id = @p0",
        id, (int)state, Conventions.ToMicroseconds(at), state >= TaskState.Done ? Conventions.ToMicroseconds(at) : null, result);

    /// <summary>What a program that is no more left unfinished.</summary>
    internal static void Interrupt(DbConnection connection, DateTimeOffset at) => connection.Execute(
        "update tasks set state = @p0, finished_at = @p1 where state = @p2", (int)TaskState.Interrupted, Conventions.ToMicroseconds(at), (int)TaskState.Running);

    private static LongTask Read(DbDataReader r) => new(
        r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Conventions.ToInstant(r.GetInt64(5)), (TaskState)r.GetInt32(6), r.Long(7) is { } at ? Conventions.ToInstant(at) : null, r.Text(8));
}
