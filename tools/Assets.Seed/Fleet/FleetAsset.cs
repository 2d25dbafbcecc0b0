using Assets.Core.Inventory;
using Assets.Seed.Town;

namespace Assets.Seed.Fleet;

/// <summary>One asset as the story has it at the moment; it changes as the story goes on.</summary>
internal sealed class FleetAsset
{
    public required string Tag { get; init; }
    public required string Serial { get; init; }
    public required Model Model { get; init; }
    public required DateOnly PurchasedOn { get; init; }
    public required decimal Price { get; init; }

    /// <summary>Where it stands and who uses it; the IT unit for what is in store.</summary>
    public required Unit Unit { get; set; }
    public string? Account { get; set; }
    public string? Room { get; set; }
    public string? Note { get; set; }
    public FleetAsset? Parent { get; set; }
    public AssetState State { get; set; }

    public AssetKind Kind => Model.Kind;

    public bool IsRented => State is AssetState.InUse or AssetState.InRepair;
}
