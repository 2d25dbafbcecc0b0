using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Rentals;

namespace Assets.Operations.Standard;

/// <param name="Lines">Contract lines that have a new price; none where it was done before.</param>
public sealed record EditionApplied(int Number, DateOnly From, int Lines);

/// <summary>
/// Where an edition says so: gives the running lines of its products its price from the day it names, all in one act. A line that names
/// no product, imported or priced by itself, keeps its own. Done once: what is agreed with somebody afterwards is not undone by asking again.
/// </summary>
public static class ApplyEdition
{
    public static Outcome<EditionApplied> Run(Installation installation, int number, CancellationToken cancel = default)
    {
        using var writing = Writing.Begin(installation.Database);
        var connection = writing.Connection;
        if (DatedEdition.Find(connection, number) is not { } edition) return new Refusal(StandardRefusals.UnknownEdition, Text(number));
        if (edition.Content.Rules.RunningLinesFrom is not { } day) return new Refusal(StandardRefusals.NoRunningLines, Text(number));
        if (DatedEdition.InForce(connection, installation.Today)?.Number != number || DatedEdition.InForce(connection, day)?.Number != number)
            return new Refusal(StandardRefusals.EditionNotInForce, Text(number));
        if (AppliedEditions.AppliedAt(connection, edition.Id) is not null) return new EditionApplied(number, day, 0);

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, AppliedEditions.Verb, $"Utgåva {Text(number)}, {edition.Minute}", null);
        var register = new RentalRegister(connection);
        var interest = register.Interest();
        var store = new LineStore(writing, changeSet);
        var lines = 0;
        foreach (var code in AppliedEditions.RunningOn(connection, day))
        {
            cancel.ThrowIfCancellationRequested();
            var line = register.Line(code)!;
            if (!Repriced(line.Snapshot, edition.Content, day, interest).TryGet(out var changed, out var refusal)) return refusal;
            if (changed == line.Snapshot) continue;
            store.Change(line.Id, line.Version + 1, changed, register.KeysOf(changed), day);
            lines++;
        }
        store.Complete();
        History.Add(writing, changeSet, Subject.Edition, edition.Id, installation.Today, null, null);
        writing.Commit();
        return new EditionApplied(number, day, lines);
    }

    // The line as it becomes; itself where the edition does not have its product, or it costs that already.
    private static Outcome<LineSnapshot> Repriced(LineSnapshot line, Edition edition, DateOnly day, List<InterestRow> interest)
    {
        var running = line.Segments.First(segment => segment.Period.Contains(day));
        if (edition.Find(running.Service) is not { } product) return line;
        if (!RunningPrice.Of(running.Price, product, edition.Rules, line.Segments[0].Period.From, day, interest).TryGet(out var price, out var refusal)) return refusal;
        if (price == running.Price) return line;
        return LineTimeline.ChangePrice(line, price, day);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
