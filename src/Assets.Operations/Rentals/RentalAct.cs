using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Imports.Kinds;

namespace Assets.Operations.Rentals;

/// <summary>
/// What becomes of contract lines in one act: begun or changed, each with version, segments, history and the states of its assets. A
/// verb of its own is an act with one line; the delivery of an order is one with many, in the transaction of the order's own step. A
/// line that is refused has written nothing, but the ones before it have: where all have to hold, whoever is refused must not commit.
/// </summary>
/// <param name="together">Holds back what becomes of the lines until its owner completes it: where nothing that is decided of one line depends on the one before it.</param>
internal sealed class RentalAct(Writing writing, long changeSet, Installation installation, LineStore? together = null)
{
    private const int LongestKey = 100;
    private CustomerContracts? contracts;

    public RentalRegister Register { get; } = new(writing.Connection);

    /// <summary>Begins to rent something out, on the customer's contract.</summary>
    public Outcome<LineChanged> Start(LineRequest request)
    {
        var id = writing.Connection.Number("select coalesce(max(id), 0) + 1 from contract_lines");
        var code = request.LineCode?.Trim().Normalize() ?? FreeCode(id);
        if (code.Length is 0 or > LongestKey || code.Any(char.IsControl)) return new Refusal(RentalRefusals.UnusableKey, code);
        if (Register.Line(code) is not null) return new Refusal(RentalRefusals.DuplicateLine, code);
        if (!request.MakeSegment(Register).TryGet(out var segment, out var refusal)) return refusal;
        if (!LineTimeline.Start(code, segment).TryGet(out var line, out refusal)) return refusal;
        var keys = Register.KeysOf(line);
        if (Overlap(line, keys) is { } overlap) return overlap;

        contracts ??= new CustomerContracts(writing, changeSet, installation.HostOrganisation);
        var store = new LineStore(writing, changeSet);
        store.Add(id, contracts.Of(keys[0].UnitId), Keys.Fold(code), line, keys, request.From);
        store.Complete();
        Identities.Advance(writing, "contract_lines");
        Follow(null, line, request.From, AssetState.InStock);
        return new LineChanged(code, 1, changeSet, line);
    }

    /// <summary>Finds a line, decides purely what it becomes, and refuses what overlaps another. A line changes once in an act.</summary>
    /// <param name="released">What an asset becomes that no line rents any more.</param>
    public Outcome<LineChanged> Change(
        string lineCode, DateOnly day, Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> decide, AssetState released = AssetState.InStock) =>
        Change(lineCode, _ => day, decide, released);

    /// <param name="from">The day of the change, where only the line can tell it.</param>
    public Outcome<LineChanged> Change(
        string lineCode, Func<LineSnapshot, DateOnly> from, Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> decide, AssetState released = AssetState.InStock)
    {
        if (Register.Line(lineCode) is not { } line) return new Refusal(RentalRefusals.UnknownLine, lineCode);
        if (!decide(line, Register).TryGet(out var changed, out var refusal)) return refusal;
        var keys = Register.KeysOf(changed);
        if (Overlap(changed, keys) is { } overlap) return overlap;

        var day = from(line.Snapshot);
        var store = together ?? new LineStore(writing, changeSet);
        store.Change(line.Id, line.Version + 1, changed, keys, day);
        if (together is null) store.Complete();
        Follow(line.Snapshot, changed, day, released);
        return new LineChanged(line.Code, line.Version + 1, changeSet, changed);
    }

    private Refusal? Overlap(LineSnapshot line, SegmentKeys[] keys)
    {
        var assets = keys.Select(key => key.AssetId).OfType<long>().Distinct();
        return AssetOverlap.Find(line, Register.LinesOf(assets));
    }

    private void Follow(LineSnapshot? before, LineSnapshot after, DateOnly day, AssetState released) =>
        new AssetMoves(writing, Register, changeSet, installation.Today).Follow(before, after, day, released);

    private string FreeCode(long number)
    {
        while (true)
        {
            var code = number.ToString("'L'00000000", CultureInfo.InvariantCulture);
            if (Register.Line(code) is null) return code;
            number++;
        }
    }
}
