using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Ends a line because its asset is lost or broken: book value and handling fee are charged on the day.</summary>
public static class LoseAsset
{
    /// <param name="bookValue">None: by the line's own calculation. An imported line has none, and then the value has to be told.</param>
    public static Outcome<LineChanged> Run(
        Installation installation, LineName name, DateOnly day, Money handlingFee, Money? bookValue = null, string? reason = null) =>
        LineChange.Do(installation, name, day, "lose asset", reason, (line, _) =>
        {
            if (line.Snapshot.Segments.FirstOrDefault(segment => segment.Period.Contains(day)) is { AssetTag: null }) return new Refusal(RentalRefusals.NoAsset, name.Code);
            if (bookValue is null && !CapitalOn.IsThere(line.Snapshot, day)) return new Refusal(RentalRefusals.NoBookValue, name.Code);
            return LineTimeline.LoseOn(line.Snapshot, day, handlingFee + (bookValue ?? CapitalOn.Day(line.Snapshot, day, CapitalValue.BookValue)));
        }, AssetState.Lost);
}
