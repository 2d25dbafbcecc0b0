using Assets.Seed.Fleet;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>A contract line as the story has it at the moment.</summary>
internal sealed class RentalLine
{
    public required string Code { get; init; }

    /// <summary>None for a service.</summary>
    public FleetAsset? Asset { get; set; }
    public required Unit Unit { get; set; }
    public required string CostCode { get; set; }
    public required DateOnly Start { get; init; }

    /// <summary>The monthly rent of an imported line; none for one that was priced in the product.</summary>
    public decimal? Rent { get; init; }

    /// <summary>Of a service.</summary>
    public int Quantity { get; set; } = 1;

    /// <summary>Something has happened to it already. Most lines have one event at most, so that no two can contradict each other.</summary>
    public bool IsTouched { get; set; }
}
