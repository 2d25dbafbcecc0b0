using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>Where in its life an asset is. Not to be confused with status, which is whether a device answers.</summary>
public enum AssetState
{
    Ordered = 0,
    InStock = 1,
    InUse = 2,
    InRepair = 3,

    /// <summary>Taken out of use for good, not yet gone.</summary>
    Retired = 4,

    /// <summary>Scrapped, sold or given back: no longer the unit's.</summary>
    Disposed = 5,

    /// <summary>Stolen, mislaid, or broken beyond finding.</summary>
    Lost = 6,
}

public static class AssetStates
{
    public static Vocabulary<AssetState> Vocabulary { get; } = new(
        (AssetState.Ordered, "ordered"),
        (AssetState.InStock, "in_stock"),
        (AssetState.InUse, "in_use"),
        (AssetState.InRepair, "in_repair"),
        (AssetState.Retired, "retired"),
        (AssetState.Disposed, "disposed"),
        (AssetState.Lost, "lost"));

    /// <summary>A contract line on such an asset is a finding: nobody uses it, or nobody any more.</summary>
    public static bool IsIdle(AssetState state) => state is AssetState.InStock or AssetState.Retired or AssetState.Disposed or AssetState.Lost;
}
