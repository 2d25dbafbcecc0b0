using System.Globalization;
using System.Text.Json;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Standard;

/// <summary>An edition as a verb has left it.</summary>
public sealed record EditionChanged(int Number, EditionState State, int Version);

/// <summary>Finds and writes editions in one transaction, each write with its change set and history.</summary>
internal sealed class EditionStore(Installation installation, Writing writing)
{
    /// <summary>Refuses another state than the one that the verb begins from, and a version that is not the one the person saw.</summary>
    /// <param name="version">None where what was seen does not matter.</param>
    public Outcome<DatedEdition> Find(int number, EditionState state, int? version = null)
    {
        if (DatedEdition.Find(writing.Connection, number) is not { } edition) return new Refusal(StandardRefusals.UnknownEdition, Text(number));
        if (edition.State != state) return new Refusal(state == EditionState.Draft ? StandardRefusals.NotADraft : StandardRefusals.NotProposed, Text(number));
        if (version is { } seen && seen != edition.Version) return new Refusal(StandardRefusals.ChangedMeanwhile, LastActor(edition.Id));
        return edition;
    }

    /// <summary>The draft or proposal, of which there is one at most.</summary>
    public int? Undecided() => Numbers("select number from editions where state <> @p0", (int)EditionState.Decided).Cast<int?>().FirstOrDefault();

    /// <summary>The decided edition that begins last.</summary>
    public DatedEdition? LastDecided() => Numbers("select number from editions where state = @p0 order by valid_from desc limit 1", (int)EditionState.Decided)
        .Select(number => DatedEdition.Find(writing.Connection, number)).FirstOrDefault();

    public EditionChanged Add(Edition content, DateOnly validFrom, string? reason)
    {
        var number = (int)writing.Connection.Number("select coalesce(max(number), 0) + 1 from editions");
        var changeSet = ChangeSet("draft-edition", reason);
        writing.Connection.Execute(
            "insert into editions (number, state, valid_from, body, version, change_set_id) values (@p0, @p1, @p2, @p3, 1, @p4)",
            number, (int)EditionState.Draft, Conventions.ToNumber(validFrom), EditionText.Write(content), changeSet);
        Remember(changeSet, (int)writing.Connection.Number("select id from editions where number = @p0", number), null, null);
        return new EditionChanged(number, EditionState.Draft, 1);
    }

    /// <summary>Writes what an edition has become. What is the same as before is no field of the history.</summary>
    public EditionChanged Change(DatedEdition before, DatedEdition after, string verb, string? reason)
    {
        var changeSet = ChangeSet(verb, reason);
        var version = before.Version + 1;
        writing.Connection.Execute(
            "update editions set state = @p0, valid_from = @p1, decided_on = @p2, minute = @p3, decided_by = @p4, body = @p5, version = @p6, change_set_id = @p7 where id = @p8",
            (int)after.State, Number(after.ValidFrom), Number(after.DecidedOn), after.Minute, after.DecidedBy, EditionText.Write(after.Content), version, changeSet, before.Id);
        var fields = EditionFields.Changed(before, after);
        Remember(changeSet, before.Id, Json(fields, field => field.Before), Json(fields, field => field.After));
        return new EditionChanged(before.Number, after.State, version);
    }

    public void Remove(DatedEdition edition, string? reason)
    {
        Remember(ChangeSet("remove-draft", reason), edition.Id, null, null);
        writing.Connection.Execute("delete from editions where id = @p0", edition.Id);
    }

    private string LastActor(int id) => (string)writing.Connection.Scalar("select c.actor from editions e join change_sets c on c.id = e.change_set_id where e.id = @p0", id)!;

    private List<int> Numbers(string sql, params ReadOnlySpan<object?> values) => writing.Connection.Rows(sql, r => r.GetInt32(0), values);

    private long ChangeSet(string verb, string? reason) => writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, reason, null);

    private void Remember(long changeSet, int id, string? before, string? after) =>
        History.Add(writing, changeSet, Subject.Edition, id, installation.Today, before, after);

    private static string Json(IEnumerable<FieldDifference> fields, Func<FieldDifference, string> side) =>
        JsonSerializer.Serialize(fields.ToDictionary(field => field.Field, side, StringComparer.Ordinal), History.Json);

    private static int? Number(DateOnly? day) => day is { } some ? Conventions.ToNumber(some) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
