using Assets.Operations;

namespace Assets.Seed.Story;

/// <summary>Something that somebody did at a moment, by an operation of the product.</summary>
/// <param name="Do">Run with a clock that stands at <paramref name="At"/>.</param>
internal sealed record Act(DateTimeOffset At, string Actor, Action<Installation> Do);
