using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <summary>What a change would do to one asset.</summary>
/// <param name="Refusal">None where it would be done, or where nothing would change.</param>
public sealed record ChangePreview(string Tag, bool Changes, Refusal? Refusal);

/// <summary>Tries changes one by one and keeps none of them: the answer is that of the change itself, not of a second set of rules.</summary>
public static class PreviewChanges
{
    public static IReadOnlyList<ChangePreview> Run(Installation installation, IReadOnlyList<AssetChange> changes, string? reason)
    {
        using var writing = Writing.Begin(installation.Database);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "change-assets", reason, null);
        return [.. changes.Select(change => Try(writing, changeSet, change, installation.Today, reason))];
    }

    private static ChangePreview Try(Writing writing, long changeSet, AssetChange change, DateOnly today, string? reason)
    {
        if (RentedOut.Refuse(writing.Connection, change, today, today) is { } rented) return new ChangePreview(change.Tag, false, rented);
        return ChangeAssets.Within(writing, changeSet, [change], today, reason).TryGet(out var done, out var refusal)
            ? new ChangePreview(change.Tag, done.Changed > 0, null)
            : new ChangePreview(change.Tag, false, refusal);
    }
}
