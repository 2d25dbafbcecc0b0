using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Puts another asset behind a line from a day on; price and holder stay.</summary>
public static class SwapAsset
{
    public static Outcome<LineChanged> Run(Installation installation, LineName name, string assetTag, DateOnly day, string? reason = null) =>
        LineChange.Do(installation, name, day, "swap asset", reason, For(assetTag, day));

    internal static Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> For(string assetTag, DateOnly day) => (line, register) =>
        register.Asset(assetTag) is { } asset ? LineTimeline.Swap(line.Snapshot, asset.Tag, day) : new Refusal(RentalRefusals.UnknownAsset, assetTag);
}
