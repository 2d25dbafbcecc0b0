using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Imports.Kinds;

namespace Assets.Operations.Rentals;

/// <summary>A new contract line.</summary>
/// <param name="LineCode">None: a free one is given, <c>L</c> and a number.</param>
/// <param name="AssetTag">None for a service or a functional workplace without a machine of its own; then <paramref name="Service"/> names it.</param>
/// <param name="From">The delivery day, which is charged.</param>
/// <param name="Until">The first day not charged; none until further notice.</param>
public sealed record LineRequest(
    string? LineCode, string UnitCode, string CostCode, string? AssetTag, string Service, int Quantity, DateOnly From, DateOnly? Until, RentTerms Terms, string? Reason = null)
{
    /// <summary>What is asked for under the names that the register writes, with its price.</summary>
    internal Outcome<Segment> MakeSegment(RentalRegister register)
    {
        if (register.Unit(UnitCode) is not { } unit) return new Refusal(RentalRefusals.UnknownUnit, UnitCode);
        if (!CostCodes.Find(register, CostCode).TryGet(out var costCode, out var refusal)) return refusal;
        var asset = AssetTag is null ? null : register.Asset(AssetTag);
        if (AssetTag is not null && asset is null) return new Refusal(RentalRefusals.UnknownAsset, AssetTag);
        if (!Terms.MakePrice(register).TryGet(out var price, out refusal)) return refusal;
        return new Segment(new Period(From, Until), unit.Code, costCode, asset?.Tag, Service.Trim(), Quantity, price);
    }
}

/// <summary>Begins to rent something out, on the customer's contract.</summary>
public static class StartLine
{
    private const int LongestKey = 100;

    public static Outcome<LineChanged> Run(Installation installation, LineRequest request)
    {
        using var writing = Writing.Begin(installation.Database);
        var register = new RentalRegister(writing.Connection);
        var id = writing.Connection.Number("select coalesce(max(id), 0) + 1 from contract_lines");
        var code = request.LineCode?.Trim().Normalize() ?? FreeCode(register, id);
        if (code.Length is 0 or > LongestKey || code.Any(char.IsControl)) return new Refusal(RentalRefusals.UnusableKey, code);
        if (register.Line(code) is not null) return new Refusal(RentalRefusals.DuplicateLine, code);
        if (!request.MakeSegment(register).TryGet(out var segment, out var refusal)) return refusal;
        if (!LineTimeline.Start(code, segment).TryGet(out var line, out refusal)) return refusal;
        var keys = register.KeysOf(line);
        if (LineChange.Overlap(register, line, keys) is { } overlap) return overlap;

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "start line", request.Reason, null);
        var contract = new CustomerContracts(writing, changeSet, installation.HostOrganisation).Of(keys[0].UnitId);
        var store = new LineStore(writing, changeSet);
        store.Add(id, contract, Keys.Fold(code), line, keys, request.From);
        store.Complete();
        Identities.Advance(writing, "contract_lines");
        new AssetMoves(writing, register, changeSet, installation.Today).Follow(null, line, request.From);
        writing.Commit();
        return new LineChanged(code, 1, changeSet, line);
    }

    private static string FreeCode(RentalRegister register, long number)
    {
        while (true)
        {
            var code = number.ToString("'L'00000000", CultureInfo.InvariantCulture);
            if (register.Line(code) is null) return code;
            number++;
        }
    }
}
