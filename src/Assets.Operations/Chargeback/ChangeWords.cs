using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Operations.Chargeback;

/// <summary>The stored words for causes of change.</summary>
public static class ChangeWords
{
    public static Vocabulary<ChangeCause> Vocabulary { get; } = new(
        (ChangeCause.Started, "started"),
        (ChangeCause.Ended, "ended"),
        (ChangeCause.MovedIn, "moved_in"),
        (ChangeCause.MovedOut, "moved_out"),
        (ChangeCause.Days, "days"),
        (ChangeCause.Quantity, "quantity"),
        (ChangeCause.Swapped, "swapped"),
        (ChangeCause.Price, "price"),
        (ChangeCause.Correction, "correction"),
        (ChangeCause.Other, "other"));
}
