using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Imports.Kinds;

namespace Assets.Operations.Inventory;

/// <summary>What assets that come together have in common.</summary>
internal sealed record ArrivingFacts(
    int ModelId, AssetKind Kind, AssetState State, DateOnly? PurchasedOn, Money Price, int? SupplierId, DateOnly? WarrantyUntil, int? SiteId, string? Room, string? Note);

/// <summary>An asset that has come into the register.</summary>
public sealed record ArrivedAsset(long Id, string Tag, string? Serial);

/// <summary>Puts new assets into the register one by one, each under its own tag or the next free one; one that is refused leaves no trace.</summary>
internal sealed class ArrivingAssets
{
    private const int LongestKey = 100;
    private readonly Writing writing;
    private readonly long changeSet;
    private readonly TagPattern pattern;
    private readonly HashSet<AssetKind> serialOptional;
    private readonly HashSet<string> wanted;
    private long nextId;
    private long nextNumber;

    /// <param name="wantedTags">Tags that stand on labels in this act: no free number is taken from under them.</param>
    public ArrivingAssets(Installation installation, Writing writing, long changeSet, IEnumerable<string?> wantedTags)
    {
        this.writing = writing;
        this.changeSet = changeSet;
        pattern = Pattern(installation);
        serialOptional = ImportFile.SerialOptionalFor(installation);
        wanted = [.. wantedTags.OfType<string>().Select(tag => Keys.Fold(tag))];
        nextId = writing.Connection.Number("select coalesce(max(id), 0) from assets") + 1;
        nextNumber = Highest() + 1;
    }

    /// <summary>The setting <c>Assets:TagPattern</c>; without it, or where it has no number in it, the register's own.</summary>
    public static TagPattern Pattern(Installation installation) => TagPattern.TryParse(installation.Settings["Assets:TagPattern"], out var pattern) ? pattern : TagPattern.Default;

    public Outcome<ArrivedAsset> Add(ArrivingFacts facts, string? serial, string? tag, DateOnly day)
    {
        if (!TryKey(serial, out var plainSerial)) return new Refusal(AssetRefusals.UnusableKey, serial ?? "");
        if (!TryKey(tag, out var plainTag)) return new Refusal(AssetRefusals.UnusableKey, tag ?? "");
        if (plainSerial is null && !serialOptional.Contains(facts.Kind)) return new Refusal(AssetRefusals.SerialMissing, plainTag ?? "");
        var serialKey = plainSerial is null ? null : Keys.Fold(plainSerial);
        if (serialKey is not null && Holder("serial_key", serialKey) is { } holder) return new Refusal(AssetRefusals.DuplicateSerial, $"{plainSerial} {holder}");
        if (plainTag is not null && Holder("tag_key", Keys.Fold(plainTag)) is not null) return new Refusal(AssetRefusals.DuplicateTag, plainTag);
        plainTag ??= FreeTag();
        if (plainTag is null) return new Refusal(AssetRefusals.NoFreeTag, pattern.Last);
        var arrived = new ArrivedAsset(nextId++, plainTag, plainSerial);
        Insert(facts, arrived, serialKey);
        History.Add(writing, changeSet, Subject.Asset, arrived.Id, day, null, null);
        return arrived;
    }

    public void Complete() => Identities.Advance(writing, "assets");

    private static bool TryKey(string? text, out string? key)
    {
        key = string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
        return key is null || (key.Length <= LongestKey && !key.Any(char.IsControl));
    }

    private string? Holder(string column, string key) => (string?)writing.Connection.Scalar($"select tag from assets where {column} = @p0", key); // a column of ours

    private long Highest()
    {
        // Letters may lie between digits: what the pattern itself did not make is passed over, from the end.
        var before = pattern.Last;
        var inclusive = true;
        while (writing.Connection.Scalar($"select max(tag_key) from assets where tag_key >= @p0 and tag_key {(inclusive ? "<=" : "<")} @p1 and length(tag_key) = @p2", pattern.First, before, before.Length) is string key)
        {
            if (pattern.NumberIn(key) is { } number) return number;
            (before, inclusive) = (key, false);
        }
        return 0;
    }

    private string? FreeTag()
    {
        while (nextNumber.ToString(CultureInfo.InvariantCulture).Length <= pattern.Digits)
        {
            var tag = pattern.Make(nextNumber++);
            if (!wanted.Contains(tag) && Holder("tag_key", tag) is null) return tag;
        }
        return null;
    }

    private void Insert(ArrivingFacts facts, ArrivedAsset asset, string? serialKey)
    {
        var tagKey = Keys.Fold(asset.Tag);
        writing.Connection.Execute(
            "insert into assets (id, tag, tag_key, serial, serial_key, kind, model_id, state, purchased_on, price, supplier_id, warranty_until, site_id, room, note, search, change_set_id) "
            + "values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)",
            asset.Id, asset.Tag, tagKey, asset.Serial, serialKey, (int)facts.Kind, facts.ModelId, (int)facts.State,
            facts.PurchasedOn is { } bought ? Conventions.ToNumber(bought) : null, facts.Price.Ore, facts.SupplierId,
            facts.WarrantyUntil is { } until ? Conventions.ToNumber(until) : null, facts.SiteId, facts.Room, facts.Note,
            AssetDraft.SearchText(tagKey, serialKey, null, facts.Note), changeSet);
    }
}
