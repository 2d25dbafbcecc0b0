using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Rentals;

/// <summary>A contract line as a verb has left it.</summary>
public sealed record LineChanged(string LineCode, int Version, long ChangeSet, LineSnapshot Line)
{
    /// <summary>A cost code that a move lets a unit pay under, although it belongs neither to that unit nor to one above it.</summary>
    public string? CodeOfOther { get; init; }
}

/// <summary>The way that a verb about one line goes: one act, one transaction. Nothing is written where anything refuses.</summary>
internal static class LineChange
{
    public static Outcome<LineChanged> Do(
        Installation installation, LineName name, DateOnly day, string verb, string? reason,
        Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> decide, AssetState released = AssetState.InStock) =>
        Do(installation, name, _ => day, verb, reason, decide, released);

    /// <param name="day">The first day on which something is other than before, of the line as it was.</param>
    public static Outcome<LineChanged> Do(
        Installation installation, LineName name, Func<LineSnapshot, DateOnly> day, string verb, string? reason,
        Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> decide, AssetState released = AssetState.InStock)
    {
        using var writing = Writing.Begin(installation.Database);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, reason, null);
        var outcome = new RentalAct(writing, changeSet, installation).Change(
            name.Code, day,
            (line, register) => name.Seen is { } seen && seen != line.Version ? new Refusal(RentalRefusals.ChangedMeanwhile, line.Code) : decide(line, register),
            released);
        if (outcome.IsDone) writing.Commit();
        return outcome;
    }
}
