using Assets.Core.Inventory;

namespace Assets.Web.Pages.Shared;

/// <summary>The colour of a state; the word always stands beside it.</summary>
public static class StateBadge
{
    public static string Of(AssetState state) => state switch
    {
        AssetState.InUse => "badge bg-green-lt",
        AssetState.InStock => "badge bg-blue-lt",
        AssetState.Ordered => "badge bg-cyan-lt",
        AssetState.InRepair => "badge bg-yellow-lt",
        AssetState.Lost => "badge bg-red-lt",
        _ => "badge bg-secondary-lt",
    };
}
