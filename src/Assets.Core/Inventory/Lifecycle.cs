namespace Assets.Core.Inventory;

/// <summary>One step that an asset's state may take.</summary>
/// <param name="NeedsReason">True where somebody will ask: a loss, a find, a step back, a machine that never came.</param>
public sealed record Transition(AssetState From, AssetState To, bool NeedsReason);

/// <summary>
/// The life of an asset as a table. What is not in it may not happen on a page; an import states facts and may set any state, which the
/// history shows as an import.
/// </summary>
public static class Lifecycle
{
    public static IReadOnlyList<Transition> Transitions { get; } =
    [
        new(AssetState.Ordered, AssetState.InStock, false),
        new(AssetState.Ordered, AssetState.InUse, false), // delivered straight to the desk
        new(AssetState.Ordered, AssetState.Disposed, true), // cancelled, never came
        new(AssetState.InStock, AssetState.InUse, false),
        new(AssetState.InStock, AssetState.InRepair, false),
        new(AssetState.InStock, AssetState.Retired, false),
        new(AssetState.InStock, AssetState.Lost, true),
        new(AssetState.InUse, AssetState.InStock, false),
        new(AssetState.InUse, AssetState.InRepair, false),
        new(AssetState.InUse, AssetState.Retired, false),
        new(AssetState.InUse, AssetState.Lost, true),
        new(AssetState.InRepair, AssetState.InStock, false),
        new(AssetState.InRepair, AssetState.InUse, false),
        new(AssetState.InRepair, AssetState.Retired, false),
        new(AssetState.InRepair, AssetState.Disposed, true), // kept by the workshop
        new(AssetState.InRepair, AssetState.Lost, true),
        new(AssetState.Retired, AssetState.InStock, true), // taken back into service
        new(AssetState.Retired, AssetState.Disposed, false),
        new(AssetState.Retired, AssetState.Lost, true),
        new(AssetState.Disposed, AssetState.Retired, true), // registered by mistake: it is still here
        new(AssetState.Lost, AssetState.InStock, true), // found
        new(AssetState.Lost, AssetState.Retired, true), // found broken
        new(AssetState.Lost, AssetState.Disposed, true), // written off
    ];

    public static bool May(AssetState from, AssetState to) => Find(from, to) is not null;

    /// <summary>True where the step exists and a reason has to be given.</summary>
    public static bool NeedsReason(AssetState from, AssetState to) => Find(from, to) is { NeedsReason: true };

    /// <summary>The states that a page offers from here.</summary>
    public static IEnumerable<AssetState> After(AssetState from) => Transitions.Where(step => step.From == from).Select(step => step.To);

    private static Transition? Find(AssetState from, AssetState to) => Transitions.FirstOrDefault(step => step.From == from && step.To == to);
}
