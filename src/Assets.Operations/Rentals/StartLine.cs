using System.Data.Common;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Storage;

namespace Assets.Operations.Rentals;

/// <summary>A new contract line.</summary>
/// <param name="LineCode">None: a free one is given, <c>L</c> and a number.</param>
/// <param name="AssetTag">None for a service or a functional workplace without a machine of its own; then <paramref name="Service"/> names it.</param>
/// <param name="From">The delivery day, which is charged.</param>
/// <param name="Until">The first day not charged; none until further notice.</param>
public sealed record LineRequest(
    string? LineCode, string UnitCode, string CostCode, string? AssetTag, string Service, int Quantity, DateOnly From, DateOnly? Until, RentTerms Terms, string? Reason = null)
{
    /// <summary>Of a line that is resumed: the version that this is based on.</summary>
    public int? Seen { get; init; }

    /// <summary>A form that is sent twice begins one line.</summary>
    public string? FormKey { get; init; }

    /// <summary>Where the one who acts may change contracts.</summary>
    public Reach Within { get; init; } = Reach.Everywhere;

    /// <summary>What is asked for under the names that the register writes, with its price.</summary>
    internal Outcome<Segment> MakeSegment(RentalRegister register)
    {
        if (register.Unit(UnitCode) is not { } unit) return new Refusal(RentalRefusals.UnknownUnit, UnitCode);
        if (!CostCodes.Find(register, CostCode, unit, Within).TryGet(out var costCode, out var refusal)) return refusal;
        var asset = AssetTag is null ? null : register.Asset(AssetTag);
        if (AssetTag is not null && asset is null) return new Refusal(RentalRefusals.UnknownAsset, AssetTag);
        if (!Terms.MakePrice(register).TryGet(out var price, out refusal)) return refusal;
        return new Segment(new Period(From, Until), unit.Code, costCode, asset?.Tag, Service.Trim(), Quantity, price);
    }
}

/// <summary>Begins to rent something out, on the customer's contract.</summary>
public static class StartLine
{
    public static Outcome<LineChanged> Run(Installation installation, LineRequest request)
    {
        using var writing = Writing.Begin(installation.Database);
        if (Submissions.Find(writing, request.FormKey) is { } known) return Begun(writing.Connection, known);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "start line", request.Reason, null);
        var outcome = new RentalAct(writing, changeSet, installation).Start(request);
        if (!outcome.IsDone) return outcome;
        Submissions.Add(writing, request.FormKey, changeSet);
        writing.Commit();
        return outcome;
    }

    private static LineChanged Begun(DbConnection connection, long changeSet) => connection.Rows(
        "select l.code, v.version, v.body from line_versions v join contract_lines l on l.id = v.line_id where v.change_set_id = @p0",
        r => new LineChanged(r.GetString(0), r.GetInt32(1), changeSet, LineText.Parse(r.GetString(2))), changeSet).Single();
}
