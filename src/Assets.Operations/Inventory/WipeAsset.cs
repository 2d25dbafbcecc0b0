using System.Globalization;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

public sealed record AssetWiped(string Tag, DateOnly On);

/// <summary>Records somebody's word that an asset has been wiped: by what method, by whom and when.</summary>
public static class WipeAsset
{
    public static Outcome<AssetWiped> Run(Installation installation, string tag, string method, string wipedBy, DateOnly on)
    {
        using var writing = Writing.Begin(installation.Database);
        if (AssetFacts.Find(writing.Connection, tag) is not { } asset) return new Refusal(AssetRefusals.UnknownAsset, tag);
        if (string.IsNullOrWhiteSpace(method) || string.IsNullOrWhiteSpace(wipedBy)) return new Refusal(AssetRefusals.NothingGiven, asset.Tag);
        if (on > installation.Today) return new Refusal(AssetRefusals.DayAhead, on.ToString("O", CultureInfo.InvariantCulture));
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "wipe-asset", null, null);
        Record(writing, changeSet, asset.Id, method.Trim(), wipedBy.Trim(), on);
        writing.Commit();
        return new AssetWiped(asset.Tag, on);
    }

    /// <summary>Writes the word down as a part of an act, such as a return that is taken back erased.</summary>
    internal static void Record(Writing writing, long changeSet, long asset, string method, string wipedBy, DateOnly on)
    {
        var id = writing.Connection.Number("select coalesce(max(id), 0) from wipes") + 1;
        writing.Connection.Execute(
            "insert into wipes (id, asset_id, method, wiped_by, wiped_on, change_set_id) values (@p0, @p1, @p2, @p3, @p4, @p5)",
            id, asset, method, wipedBy, Conventions.ToNumber(on), changeSet);
        Identities.Advance(writing, "wipes");
        writing.Connection.Execute("update assets set change_set_id = @p0 where id = @p1", changeSet, asset);
        History.Add(writing, changeSet, Subject.Asset, asset, on, null, JsonSerializer.Serialize(new Dictionary<string, string> { ["wiped"] = $"{method}, {wipedBy}" }, History.Json));
    }
}
