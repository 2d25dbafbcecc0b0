using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Rentals;

/// <summary>A contract line as a verb has left it.</summary>
public sealed record LineChanged(string LineCode, int Version, long ChangeSet, LineSnapshot Line);

/// <summary>
/// The way that every change of a line goes: find it, decide purely, refuse what overlaps another line, then write version, segments,
/// history and the states of its assets in one change set. Nothing is written where anything refuses.
/// </summary>
internal static class LineChange
{
    public static Outcome<LineChanged> Do(
        Installation installation, string lineCode, DateOnly day, string verb, string? reason,
        Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> decide, AssetState released = AssetState.InStock) =>
        Do(installation, lineCode, _ => day, verb, reason, decide, released);

    /// <param name="day">The first day on which something is other than before, of the line as it was.</param>
    public static Outcome<LineChanged> Do(
        Installation installation, string lineCode, Func<LineSnapshot, DateOnly> day, string verb, string? reason,
        Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> decide, AssetState released = AssetState.InStock)
    {
        using var writing = Writing.Begin(installation.Database);
        var register = new RentalRegister(writing.Connection);
        if (register.Line(lineCode) is not { } line) return new Refusal(RentalRefusals.UnknownLine, lineCode);
        if (!decide(line, register).TryGet(out var changed, out var refusal)) return refusal;
        var keys = register.KeysOf(changed);
        if (Overlap(register, changed, keys) is { } overlap) return overlap;

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, reason, null);
        var store = new LineStore(writing, changeSet);
        var from = day(line.Snapshot);
        store.Change(line.Id, line.Version + 1, changed, keys, from);
        store.Complete();
        new AssetMoves(writing, register, changeSet, installation.Today).Follow(line.Snapshot, changed, from, released);
        writing.Commit();
        return new LineChanged(line.Code, line.Version + 1, changeSet, changed);
    }

    public static Refusal? Overlap(RentalRegister register, LineSnapshot line, SegmentKeys[] keys)
    {
        var assets = keys.Select(key => key.AssetId).OfType<long>().Distinct();
        return AssetOverlap.Find(line, register.LinesOf(assets));
    }
}
