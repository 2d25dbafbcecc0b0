using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Storage;

namespace Assets.Operations.Rentals;

/// <summary>Which lines are to be paid by whom from a day, which is the new holder's: a reorganisation, or the cost codes of a new year.</summary>
/// <param name="UnitCode">None: the unit that each line has on that day; so is the cost code.</param>
public sealed record LinesMove(IReadOnlyCollection<long> LineIds, string? UnitCode, string? CostCode, DateOnly Day, string? Reason = null)
{
    /// <summary>Where the one who acts may change contracts.</summary>
    public Reach Within { get; init; } = Reach.Everywhere;

    /// <summary>The last act when the lines were chosen: what was changed after it is refused. None: the lines as they are now.</summary>
    public long? SeenAct { get; init; }

    /// <summary>A form that is sent twice moves once.</summary>
    public string? FormKey { get; init; }
}

/// <param name="Refusal">None of a line that moves; <see cref="LineRefusals.Unchanged"/> of one that is there already.</param>
public sealed record LineMoved(long Id, string Code, Refusal? Refusal)
{
    /// <summary>A cost code that the line gets, or keeps, although it belongs neither to the unit that is to pay nor to one above it: for those to see who may do so.</summary>
    public string? CodeOfOther { get; init; }

    public bool IsUnchanged => Refusal?.Code == LineRefusals.Unchanged;

    public bool IsRefused => Refusal is not null && !IsUnchanged;
}

/// <param name="Lines">Each line that was asked for, by its code; none where the form had been sent before.</param>
public sealed record LinesMoved(long Moved, IReadOnlyList<LineMoved> Lines)
{
    public int Unchanged => Lines.Count(line => line.IsUnchanged);

    public int Refused => Lines.Count(line => line.IsRefused);

    /// <summary>How many of those that move pay under the cost code of another unit.</summary>
    public int UnderCodeOfOther => Lines.Count(line => line.CodeOfOther is not null);
}

/// <summary>Moves many lines in one act, each by the operation of one. A line that is refused stays where it is and does not keep the others.</summary>
public static class MoveLines
{
    public const int Most = 5_000;

    public static Outcome<LinesMoved> Run(Installation installation, LinesMove move, CancellationToken cancel = default) => Do(installation, move, keep: true, cancel);

    /// <summary>Tries it and keeps nothing: the answer is that of the move itself, not of a second set of rules.</summary>
    public static Outcome<LinesMoved> Preview(Installation installation, LinesMove move, CancellationToken cancel = default) => Do(installation, move with { FormKey = null }, keep: false, cancel);

    private static Outcome<LinesMoved> Do(Installation installation, LinesMove move, bool keep, CancellationToken cancel)
    {
        using var writing = Writing.Begin(installation.Database);
        if (Submissions.Find(writing, move.FormKey) is { } known)
            return new LinesMoved(writing.Connection.Number("select count(*) from line_versions where change_set_id = @p0", known), []);
        if (move.LineIds.Count == 0) return new Refusal(AssetRefusals.NothingGiven, "");
        if (move.LineIds.Count > Most) return new Refusal(AssetRefusals.TooMany, Most.ToString(CultureInfo.InvariantCulture));
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "move line", move.Reason, null);
        var store = new LineStore(writing, changeSet); // a move takes no asset and no day from another line
        var act = new RentalAct(writing, changeSet, installation, store);
        if (!Target(act.Register, move).TryGet(out var target, out var refusal)) return refusal;
        var lines = new List<LineMoved>(move.LineIds.Count);
        var chosen = Chosen(writing, move);
        act.Register.ReadAhead(chosen.ConvertAll(line => line.Id));
        foreach (var line in chosen)
        {
            cancel.ThrowIfCancellationRequested();
            // A change refuses before it writes: the refused one leaves nothing behind in what the others are committed with.
            lines.Add(line.Act > move.SeenAct ? new LineMoved(line.Id, line.Code, new Refusal(RentalRefusals.ChangedMeanwhile, line.Code)) : Move(act, line.Id, line.Code, target));
        }
        var moved = lines.Count(line => line.Refusal is null);
        if (keep && moved > 0)
        {
            store.Complete();
            Submissions.Add(writing, move.FormKey, changeSet);
            writing.Commit();
        }
        return new LinesMoved(moved, lines);
    }

    private static LineMoved Move(RentalAct act, long id, string code, LinesMove target)
    {
        string? other = null;
        var outcome = act.Change(code, target.Day, (line, register) =>
        {
            if (!register.KeysOf(line.Snapshot).All(keys => target.Within.Covers(keys.UnitId))) return new Refusal(RentalRefusals.PartlyOthers, line.Code);
            if (!LineTimeline.MoveForGood(line.Snapshot, target.UnitCode, target.CostCode, target.Day).TryGet(out var moved, out var refusal)) return refusal;
            other = CostCodes.OfOther(register, line.Snapshot, moved, target.Day);
            return other is null || target.Within.IsEverywhere ? moved : new Refusal(RentalRefusals.CostCodeOfOther, other);
        });
        return new LineMoved(id, code, outcome.Refusal) { CodeOfOther = outcome.IsDone ? other : null };
    }

    // Unit and cost code as the register writes them.
    private static Outcome<LinesMove> Target(RentalRegister register, LinesMove move)
    {
        var (unit, code) = (Some(move.UnitCode), Some(move.CostCode));
        if (unit is null && code is null) return new Refusal(RentalRefusals.NoNewPayer, "");
        if (unit is not null)
        {
            if (register.Unit(unit) is not { } known || !move.Within.Covers(known.Id)) return new Refusal(RentalRefusals.UnknownUnit, unit);
            unit = known.Code;
        }
        if (code is not null)
        {
            if (!CostCodes.Find(register, code).TryGet(out var found, out var refusal)) return refusal;
            code = found;
        }
        return move with { UnitCode = unit, CostCode = code };
    }

    // A line of which nothing lies within reach is not there.
    private static List<(long Id, string Code, long Act)> Chosen(Writing writing, LinesMove move)
    {
        var ids = move.LineIds.Distinct().ToList();
        var seen = move.Within.IsEverywhere
            ? ""
            : " and (l.last_unit_id in (" + Listed(move.Within.Units) + ") or exists (select 1 from line_segments s where s.line_id = l.id and s.unit_id in (" + Listed(move.Within.Units) + ")))";
        return writing.Connection.Rows(
            $"select l.id, l.code, l.change_set_id from contract_lines l where {AmongKeys.Condition(writing.Connection, "l.id", 0)}{seen} order by l.code_key",
            r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2)), AmongKeys.Value(writing.Connection, ids));
    }

    private static string Listed(IReadOnlyCollection<int> units) => string.Join(',', units.Append(0));

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
