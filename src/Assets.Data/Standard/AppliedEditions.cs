using System.Data.Common;
using Assets.Core.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Standard;

/// <summary>What an edition with a rule for running lines would change, or has changed.</summary>
public static class AppliedEditions
{
    /// <summary>What the act is called in the history.</summary>
    public const string Verb = "apply-edition";

    private const string Acts = "select c.recorded_at from history h join change_sets c on c.id = h.change_set_id";

    /// <summary>When running lines took its price; none where they have not.</summary>
    public static DateTimeOffset? AppliedAt(Database database, int editionId)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(new Query().Raw(Acts).Add($" where h.subject = {Subject.Edition} and h.subject_id = {(long)editionId} and c.verb = {Verb}"), Instant).FirstOrDefault();
    }

    /// <summary>How many lines run on the day that name a product of the edition.</summary>
    public static long CountOn(Database database, Edition edition, DateOnly day)
    {
        using var reading = PageReading.Begin(database);
        var running = new Query().Add($"select product_code, count(*) from line_segments where product_code is not null and from_on <= {day} and (until_on is null or until_on > {day}) group by product_code");
        return reading.Rows(running, r => (Code: r.GetString(0), Lines: r.GetInt64(1)))
            .Where(product => edition.Find(product.Code) is not null).Sum(product => product.Lines);
    }

    internal static DateTimeOffset? AppliedAt(DbConnection connection, int editionId) =>
        connection.Rows($"{Acts} where h.subject = @p0 and h.subject_id = @p1 and c.verb = @p2", Instant, (int)Subject.Edition, (long)editionId, Verb).FirstOrDefault();

    /// <summary>The codes of the lines that run on a day and name what they are.</summary>
    internal static List<string> RunningOn(DbConnection connection, DateOnly day) => connection.Rows(
        """
        select l.code from contract_lines l join line_segments g on g.line_id = l.id
        where g.product_code is not null and g.from_on <= @p0 and (g.until_on is null or g.until_on > @p0) order by l.id
        """,
        r => r.GetString(0), Conventions.ToNumber(day));

    private static DateTimeOffset? Instant(DbDataReader row) => Conventions.ToInstant(row.GetInt64(0));
}
