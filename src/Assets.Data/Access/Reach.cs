namespace Assets.Data.Access;

/// <summary>How far a permission goes: everywhere, or the units of one or more subtrees, or nowhere.</summary>
public sealed class Reach
{
    private readonly HashSet<int>? units;

    private Reach(HashSet<int>? units) => this.units = units;

    public static Reach Everywhere { get; } = new(null);

    public static Reach Nowhere { get; } = new([]);

    public bool IsEverywhere => units is null;

    public bool IsNowhere => units is { Count: 0 };

    /// <summary>The ids of the units within reach.</summary>
    /// <exception cref="InvalidOperationException">The reach is everywhere, which is no list.</exception>
    public IReadOnlyCollection<int> Units => units ?? throw new InvalidOperationException("Everywhere is not a list of units.");

    public static Reach Over(IEnumerable<int> units) => new([.. units]);

    public bool Covers(int unitId) => units is null || units.Contains(unitId);
}
