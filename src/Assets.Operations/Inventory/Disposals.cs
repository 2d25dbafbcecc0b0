using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Operations.Inventory;

/// <summary>What is asked for before an asset leaves the house for good. What never came, or is lost, has nothing to show.</summary>
internal static class Disposals
{
    public static Refusal? Refuse(AssetFacts asset, AssetState to, string? certificate, AssetPlaces places)
    {
        if (to != AssetState.Disposed || asset.State is AssetState.Ordered or AssetState.Lost) return null;
        if (places.IsUnwiped(asset)) return new Refusal(AssetRefusals.WipeMissing, asset.Tag);
        return string.IsNullOrWhiteSpace(certificate) && string.IsNullOrWhiteSpace(asset.Certificate) ? new Refusal(AssetRefusals.CertificateMissing, asset.Tag) : null;
    }
}
