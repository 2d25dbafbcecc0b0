using Assets.Core.Values;

namespace Assets.Seed;

/// <summary>What the demo municipality is made from. The same settings give the same register and the same heads of closed months.</summary>
/// <param name="Today">The day the story ends; its month stays open, the twelve before it are closed.</param>
/// <param name="AssetCount">About how many assets; below 400 some event of the story may not find an asset to happen to.</param>
public sealed record DemoSettings(DateOnly Today, int AssetCount = 3_000, int Seed = 1)
{
    public const int ClosedMonths = 12;

    public BillingMonth OpenMonth => BillingMonth.Of(Today);

    public BillingMonth LastClosed => OpenMonth.Previous;

    public BillingMonth FirstClosed => BillingMonth.Of(OpenMonth.First.AddMonths(-ClosedMonths));

    /// <summary>When the register was taken over from what there was before.</summary>
    public DateOnly Opening => FirstClosed.First.AddDays(-12);

    /// <summary>The closed months, oldest first.</summary>
    public IEnumerable<BillingMonth> Months => Enumerable.Range(0, ClosedMonths).Select(i => BillingMonth.Of(FirstClosed.First.AddMonths(i)));
}
