using System.Text.Json;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Operations.Rentals;

/// <summary>
/// What a change of a line means for its assets: one that is now rented is in use, one that no line rents any more is back in stock, or
/// lost. Only where it holds today and the lifecycle has such a step; what a technician has decided otherwise stands, and shows as a finding.
/// </summary>
internal sealed class AssetMoves(Writing writing, RentalRegister register, long changeSet, DateOnly today)
{
    /// <param name="before">None for a new line.</param>
    /// <param name="released">What an asset becomes that no line rents any more.</param>
    public void Follow(LineSnapshot? before, LineSnapshot after, DateOnly day, AssetState released = AssetState.InStock)
    {
        if (day > today) return;
        foreach (var tag in TagsOf(before).Union(TagsOf(after), StringComparer.Ordinal))
        {
            var asset = register.Asset(tag)!;
            if (register.IsRented(asset.Id, today)) Move(asset, AssetState.InUse, day);
            else if (asset.State == AssetState.InUse) Move(asset, released, day);
        }
    }

    private static IEnumerable<string> TagsOf(LineSnapshot? line) => line is null ? [] : line.Segments.Select(segment => segment.AssetTag).OfType<string>();

    private void Move(RegisteredAsset asset, AssetState to, DateOnly day)
    {
        if (asset.State == to || !Lifecycle.May(asset.State, to)) return;
        writing.Connection.Execute("update assets set state = @p0, change_set_id = @p1 where id = @p2", (int)to, changeSet, asset.Id);
        History.Add(writing, changeSet, Subject.Asset, asset.Id, day, State(asset.State), State(to));
    }

    private static string State(AssetState state) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["state"] = AssetStates.Vocabulary.Word(state) }, History.Json);
}
