using System.Globalization;
using System.Text.Json;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Imports.Kinds;

namespace Assets.Operations.Inventory;

/// <summary>
/// Changes where assets are, who uses them, what they are attached to and where in their life they stand: one act for one asset or for
/// a whole delivery, all of it or, where one asset refuses, nothing.
/// </summary>
public static class ChangeAssets
{
    /// <param name="effectiveOn">The day from which it is so, which may lie before today.</param>
    public static Outcome<AssetsChanged> Run(
        Installation installation, IReadOnlyList<AssetChange> changes, DateOnly effectiveOn, string? reason = null, CancellationToken cancel = default)
    {
        using var writing = Writing.Begin(installation.Database);
        foreach (var change in changes)
        {
            if (RentedOut.Refuse(writing.Connection, change, effectiveOn, installation.Today) is { } rented) return rented;
        }
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "change-assets", reason, source: null);
        var outcome = Within(writing, changeSet, changes, effectiveOn, reason, cancel);
        if (outcome is { IsDone: true, Value.Changed: > 0 }) writing.Commit();
        return outcome;
    }

    /// <summary>As a part of a larger act, which must not be committed where this refuses, and which sees to what is rented itself.</summary>
    internal static Outcome<AssetsChanged> Within(
        Writing writing, long changeSet, IReadOnlyList<AssetChange> changes, DateOnly effectiveOn, string? reason, CancellationToken cancel = default)
    {
        var places = new AssetPlaces(writing.Connection);
        var seen = new HashSet<long>();
        var unchanged = 0;
        foreach (var change in changes)
        {
            cancel.ThrowIfCancellationRequested();
            if (AssetFacts.Find(writing.Connection, change.Tag) is not { } old) return new Refusal(AssetRefusals.UnknownAsset, change.Tag);
            if (!seen.Add(old.Id)) return new Refusal(AssetRefusals.AssetTwice, old.Tag);
            if (change.Seen is { } shown && shown != old.ChangeSetId) return new Refusal(AssetRefusals.ChangedMeanwhile, old.Tag);
            if (change is { State: AssetState.Disposed, Wiped: { IsGiven: true } word } && places.IsUnwiped(old))
                WipeAsset.Record(writing, changeSet, old.Id, word.Method.Trim(), word.WipedBy.Trim(), effectiveOn);
            if (!Become(old, change, places, reason).TryGet(out var becomes, out var refusal)) return refusal;
            if (becomes == old) unchanged++;
            else Store(writing, changeSet, effectiveOn, old, becomes, places);
        }
        return new AssetsChanged(changes.Count - unchanged, unchanged);
    }

    private static Outcome<AssetFacts> Become(AssetFacts old, AssetChange change, AssetPlaces places, string? reason)
    {
        var becomes = old;
        if (change.State is { } state && state != old.State)
        {
            if (!Lifecycle.May(old.State, state)) return new Refusal(AssetRefusals.NoSuchStep, $"{old.Tag} {AssetStates.Vocabulary.Word(old.State)} {AssetStates.Vocabulary.Word(state)}");
            if (Lifecycle.NeedsReason(old.State, state) && string.IsNullOrWhiteSpace(reason)) return new Refusal(AssetRefusals.ReasonMissing, old.Tag);
            if (Disposals.Refuse(old, state, change.Certificate, places) is { } refused) return refused;
            becomes = becomes with { State = state };
        }
        if (change.Purchase is { } purchase)
        {
            if (!PurchaseFacts.Become(becomes, purchase, places, change.Within).TryGet(out var bought, out var refusal)) return refusal;
            becomes = bought;
        }
        if (change.SiteCode is { } site)
        {
            if (!places.TrySite(site, out var siteId)) return new Refusal(AssetRefusals.UnknownSite, $"{old.Tag} {site}");
            becomes = becomes with { SiteId = siteId };
        }
        if (change.UserUnitCode is { } unit)
        {
            if (!places.TryUnit(unit, out var unitId)) return new Refusal(AssetRefusals.UnknownUnit, $"{old.Tag} {unit}");
            becomes = becomes with { UserUnitId = unitId };
        }
        if (change.ParentTag is { } parent)
        {
            if (!Attach(old, parent, places, change.Within).TryGet(out var computer, out var refusal)) return refusal;
            becomes = becomes with { ParentId = computer.Id };
        }
        if (change.Room is { } room) becomes = becomes with { Room = OrNone(room) };
        if (change.UserAccount is { } account) becomes = becomes with { UserAccount = OrNone(account) };
        if (change.Certificate is { } certificate) becomes = becomes with { Certificate = OrNone(certificate) };
        if (change.Note is { } note) becomes = becomes with { Note = OrNone(note) };
        return NamesByNumber(old.UserAccount, becomes.UserAccount) || NamesByNumber(old.Note, becomes.Note) ? new Refusal(AssetRefusals.PersonalNumberGiven, old.Tag) : becomes;
    }

    // What stands already is not held against somebody who changes a room.
    private static bool NamesByNumber(string? was, string? becomes) => was != becomes && PersonalNumber.IsIn(becomes);

    private static Outcome<AttachedTo> Attach(AssetFacts asset, string parent, AssetPlaces places, Reach within)
    {
        if (string.IsNullOrWhiteSpace(parent)) return new AttachedTo(null);
        if (!AssetKinds.IsAttachable(asset.Kind)) return new Refusal(AssetRefusals.NotAttachable, asset.Tag);
        if (places.Computer(parent) is not { } computer || !places.Covers(within, computer)) return new Refusal(AssetRefusals.NotAComputer, $"{asset.Tag} {parent}");
        return new AttachedTo(computer);
    }

    private static string? OrNone(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void Store(Writing writing, long changeSet, DateOnly effectiveOn, AssetFacts old, AssetFacts becomes, AssetPlaces places)
    {
        writing.Connection.Execute(
            "update assets set state = @p0, site_id = @p1, room = @p2, user_unit_id = @p3, user_account = @p4, parent_id = @p5, note = @p6, search = @p7, change_set_id = @p8, serial = @p10, serial_key = @p11, "
            + "kind = @p12, model_id = @p13, purchased_on = @p14, price = @p15, supplier_id = @p16, warranty_until = @p17, certificate = @p18 where id = @p9",
            (int)becomes.State, becomes.SiteId, becomes.Room, becomes.UserUnitId, becomes.UserAccount, becomes.ParentId, becomes.Note,
            AssetDraft.SearchText(Keys.Fold(old.Tag), becomes.SerialKey, becomes.UserAccount, becomes.Note), changeSet, old.Id, becomes.Serial, becomes.SerialKey,
            (int)becomes.Kind, becomes.ModelId, Number(becomes.PurchasedOn), becomes.Price.Ore, becomes.SupplierId, Number(becomes.WarrantyUntil), becomes.Certificate);
        var (before, after) = Differences(old, becomes, places);
        History.Add(writing, changeSet, Subject.Asset, old.Id, effectiveOn, before, after);
    }

    private static int? Number(DateOnly? day) => day is { } given ? Conventions.ToNumber(given) : null;

    private static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    // By the names that files use for these fields, so that an import and a change by hand read alike in the history.
    private static (string Before, string After) Differences(AssetFacts old, AssetFacts becomes, AssetPlaces places)
    {
        var before = new Dictionary<string, object?>(StringComparer.Ordinal);
        var after = new Dictionary<string, object?>(StringComparer.Ordinal);
        void Field(string name, string? was, string? isNow)
        {
            if (was == isNow) return;
            before[name] = was;
            after[name] = isNow;
        }
        Field("state", AssetStates.Vocabulary.Word(old.State), AssetStates.Vocabulary.Word(becomes.State));
        Field("site_code", places.SiteCode(old.SiteId), places.SiteCode(becomes.SiteId));
        Field("room", old.Room, becomes.Room);
        Field("user_unit", places.UnitCode(old.UserUnitId), places.UnitCode(becomes.UserUnitId));
        Field("user_account", old.UserAccount, becomes.UserAccount);
        Field("parent_tag", places.Tag(old.ParentId), places.Tag(becomes.ParentId));
        Field("note", old.Note, becomes.Note);
        Field("model_code", places.ModelCode(old.ModelId), places.ModelCode(becomes.ModelId));
        Field("serial", old.Serial, becomes.Serial);
        Field("purchase_date", Written(old.PurchasedOn), Written(becomes.PurchasedOn));
        Field("price", old.Price.ToString(), becomes.Price.ToString());
        Field("supplier_code", places.SupplierCode(old.SupplierId), places.SupplierCode(becomes.SupplierId));
        Field("warranty_until", Written(old.WarrantyUntil), Written(becomes.WarrantyUntil));
        Field("certificate", old.Certificate, becomes.Certificate);
        return (JsonSerializer.Serialize(before, History.Json), JsonSerializer.Serialize(after, History.Json));
    }

    private sealed record AttachedTo(long? Id);
}
