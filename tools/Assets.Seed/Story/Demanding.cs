using Assets.Core.Values;

namespace Assets.Seed.Story;

internal static class Demanding
{
    /// <summary>The story asks only for what can be done: a refusal is a fault of the story.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static T Demand<T>(this Outcome<T> outcome)
        where T : class => outcome.Value;
}
