using System.Data.Common;
using Assets.Core.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Standard;

/// <summary>An edition of the municipal standard with its number, dates and content.</summary>
/// <param name="Version">What a change of a draft is based on.</param>
public sealed record DatedEdition(
    int Id, int Number, EditionState State, DateOnly? ValidFrom, DateOnly? DecidedOn, string? Minute, string? DecidedBy, int Version, Edition Content)
{
    private const string Columns = "select id, number, state, valid_from, decided_on, minute, decided_by, version, body from editions";

    /// <summary>The one in force on a day; none before the first.</summary>
    public static DatedEdition? InForce(Database database, DateOnly day)
    {
        using var reading = PageReading.Begin(database);
        return InForce(reading, day);
    }

    internal static DatedEdition? InForce(PageReading reading, DateOnly day) =>
        reading.First(new Query().Raw(Columns).Add($" where state = {EditionState.Decided} and valid_from <= {day} order by valid_from desc limit 1"), Row);

    internal static DatedEdition? WithId(PageReading reading, int id) => reading.First(new Query().Raw(Columns).Add($" where id = {id}"), Row);

    public static DatedEdition? Find(Database database, int number)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Raw(Columns).Add($" where number = {number}"), Row);
    }

    /// <summary>For an operation, in its own transaction.</summary>
    internal static DatedEdition? InForce(DbConnection connection, DateOnly day) => connection.Rows(
        $"{Columns} where state = @p0 and valid_from <= @p1 order by valid_from desc limit 1", Row, (int)EditionState.Decided, Conventions.ToNumber(day)).SingleOrDefault();

    internal static DatedEdition? Find(DbConnection connection, int number) => connection.Rows($"{Columns} where number = @p0", Row, number).SingleOrDefault();

    /// <summary>By the row's id, which an order keeps.</summary>
    internal static DatedEdition? WithId(DbConnection connection, int id) => connection.Rows($"{Columns} where id = @p0", Row, id).SingleOrDefault();

    private static DatedEdition Row(DbDataReader r) => new(
        r.GetInt32(0), r.GetInt32(1), (EditionState)r.GetInt32(2), r.DayOrNone(3), r.DayOrNone(4), r.Text(5), r.Text(6), r.GetInt32(7), EditionText.Parse(r.GetString(8)));
}
