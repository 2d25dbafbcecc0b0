using System.Data.Common;
using System.Text.Json;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>Assets: the large file. Rows are checked in batches against the register, kept in a spool, and written by bulk commands.</summary>
/// <param name="serialOptional">Kinds of asset that may lack a serial, by the setting Assets:SerialOptionalFor.</param>
internal sealed class AssetImport(IReadOnlySet<AssetKind> serialOptional) : ImportKind
{
    private const int BatchSize = 500;
    private static readonly ImportColumns Files = new(
        "asset_tag", "serial", "model_code", "purchase_date", "price", "supplier_code", "warranty_until", "site_code", "room", "state", "note");

    private readonly KeySet tags = new();
    private readonly KeySet serials = new();
    private readonly Lookup<(long Id, AssetKind Kind)> models = new();
    private readonly Dictionary<long, string> modelCodes = [];
    private readonly Lookup<AssetState> states = new();
    private readonly Codes suppliers = new("suppliers");
    private readonly Codes sites = new("sites");
    private readonly RowSpool<AssetDraft> changed = new(AssetDraft.Write, AssetDraft.Read);
    private readonly List<AssetDraft> batch = new(BatchSize);
    private AssetRegister register = null!;
    private StagedAssets staged = null!;
    private long nextId;
    private long firstNewId;

    public override ImportColumns Columns => Files;

    public override bool Stages => true;

    public override void Stage(DbConnection connection, bool inTransaction) => staged = new StagedAssets(connection, inTransaction);

    public override void Load(DbConnection connection)
    {
        foreach (var (id, code, kind) in connection.Rows("select id, code, kind from models", r => (r.GetInt64(0), r.GetString(1), (AssetKind)r.GetInt32(2))))
        {
            models.Add(code, (id, kind));
            modelCodes[id] = code;
        }
        foreach (var state in Enum.GetValues<AssetState>()) states.Add(AssetStates.Vocabulary.Word(state), state);
        suppliers.Load(connection);
        sites.Load(connection);
        register = new AssetRegister(connection);
        nextId = firstNewId = connection.Number("select coalesce(max(id), 0) from assets") + 1;
    }

    public override void Expect(int rows)
    {
        tags.Expect(rows);
        serials.Expect(rows);
    }

    public override void Take(RowReader row)
    {
        if (Parse(row) is { } draft && !row.Rejected) batch.Add(draft);
        else Rejected++;
        if (batch.Count == BatchSize) CompareBatch(row.Report);
    }

    public override void Settle(ImportReport report, DateOnly today)
    {
        CompareBatch(report);
        staged.Complete();
    }

    public override void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress)
    {
        staged.MoveInto(writing, changeSet);
        writing.Connection.Execute(
            "insert into history (change_set_id, subject, subject_id, effective_on) select @p0, @p1, id, coalesce(purchased_on, @p2) from assets where id >= @p3 order by id",
            changeSet, (int)Subject.Asset, Conventions.ToNumber(today), firstNewId);
        if (Updated > 0) Update(writing, changeSet, today);
        Identities.Advance(writing, "assets");
    }

    public override void Dispose()
    {
        staged?.Dispose();
        changed.Dispose();
    }

    private AssetDraft? Parse(RowReader row)
    {
        var tag = row.Key("asset_tag");
        var tagKey = Keys.Fold(tag);
        if (tagKey.Length > 0 && !tags.Add(tagKey)) row.Reject("duplicate_tag", "asset_tag", $"“{tag}” stands in this file already; the first row counts. Remove one of them.");
        var model = row.Known("model_code", models, "model");
        if (model is null && row.Raw("model_code").IsEmpty) row.Reject("missing", "model_code", "An asset needs a model.");
        var serial = row.KeyOrNone("serial");
        string? serialKey = null;
        if (serial is not null)
        {
            serialKey = Keys.Fold(serial);
            if (!serials.Add(serialKey)) row.Reject("duplicate_serial", "serial", $"The serial “{serial}” stands in this file already. One of the two is wrong.");
        }
        else if (row.Raw("serial").IsEmpty && !(model is { } known && serialOptional.Contains(known.Kind)))
        {
            row.Reject("missing", "serial", "An asset needs a serial. The setting Assets:SerialOptionalFor names kinds that may lack one.");
        }
        var purchased = row.Day("purchase_date");
        var price = row.Amount("price");
        var supplier = row.Known("supplier_code", suppliers.Ids, "supplier");
        var warranty = row.Day("warranty_until");
        if (warranty < purchased) row.Warn("warranty_before_purchase", "warranty_until", "The warranty ends before the purchase.");
        var site = row.Known("site_code", sites.Ids, "site");
        var room = row.Text("room");
        var state = row.Known("state", states, "state");
        if (state is null && row.Raw("state").IsEmpty) row.Reject("unknown_state", "state", $"An asset needs a state: {string.Join(", ", AssetStates.Vocabulary.Words)}.");
        var note = row.Text("note");
        if (PersonalNumber.IsIn(note)) row.Reject("personal_number", "note", "It holds a personal identity number, and the register keeps none. Write an account name or a staff number instead, or leave it out.");
        if (row.Rejected) return null;
        return new AssetDraft
        {
            Tag = tag,
            TagKey = tagKey,
            Serial = serial,
            SerialKey = serialKey,
            Kind = model!.Value.Kind,
            ModelId = model.Value.Id,
            State = state!.Value,
            PurchasedOn = purchased is { } bought ? Conventions.ToNumber(bought) : null,
            Price = price,
            SupplierId = supplier,
            WarrantyUntil = warranty is { } until ? Conventions.ToNumber(until) : null,
            SiteId = site,
            Room = room,
            Note = note,
            Search = AssetDraft.SearchText(tagKey, serialKey, null, note),
            Ordinal = row.Ordinal,
            Line = row.Line,
        };
    }

    private void CompareBatch(ImportReport report)
    {
        if (batch.Count == 0) return;
        var known = register.Find(batch);
        foreach (var draft in batch)
        {
            if (draft.SerialKey is { } serial && known.HolderOf(serial) is { } holder && holder != draft.TagKey)
            {
                report.Add(new ImportFinding(draft.Ordinal, draft.Line, true, "serial_of_another_tag", "serial", $"The serial “{draft.Serial}” belongs to {holder}. Correct one of them."));
                Rejected++;
                continue;
            }
            if (known.ByTag(draft.TagKey) is { } old) Compare(draft, old);
            else
            {
                draft.Id = nextId++;
                Created++;
                staged.Add(draft);
            }
        }
        batch.Clear();
    }

    private void Compare(AssetDraft draft, RegisteredAsset old)
    {
        var before = new Dictionary<string, object?>(StringComparer.Ordinal);
        var after = new Dictionary<string, object?>(StringComparer.Ordinal);
        void Field(string name, object? was, object? becomes)
        {
            if (Equals(was, becomes)) return;
            before[name] = was;
            after[name] = becomes;
        }
        var was = old.Values;
        Field("serial", was.Serial, draft.Serial);
        Field("model_code", modelCodes[was.ModelId], modelCodes[draft.ModelId]);
        Field("purchase_date", AssetDraft.Spoken(was.PurchasedOn), AssetDraft.Spoken(draft.PurchasedOn));
        Field("price", was.Price.ToString(), draft.Price.ToString());
        Field("supplier_code", suppliers.Code(was.SupplierId), suppliers.Code(draft.SupplierId));
        Field("warranty_until", AssetDraft.Spoken(was.WarrantyUntil), AssetDraft.Spoken(draft.WarrantyUntil));
        Field("site_code", sites.Code(was.SiteId), sites.Code(draft.SiteId));
        Field("room", was.Room, draft.Room);
        Field("state", AssetStates.Vocabulary.Word(was.State), AssetStates.Vocabulary.Word(draft.State));
        Field("note", was.Note, draft.Note);
        if (after.Count == 0)
        {
            Unchanged++;
            return;
        }
        draft.Id = old.Id;
        draft.Tag = was.Tag; // the tag keeps the form it was first written in
        draft.Search = AssetDraft.SearchText(draft.TagKey, draft.SerialKey, old.Account, draft.Note);
        draft.Before = JsonSerializer.Serialize(before, History.Json);
        draft.After = JsonSerializer.Serialize(after, History.Json);
        Updated++;
        changed.Add(draft);
    }

    private void Update(Writing writing, long changeSet, DateOnly today)
    {
        foreach (var draft in changed.Rows())
        {
            writing.Connection.Execute(
                "update assets set serial = @p0, serial_key = @p1, kind = @p2, model_id = @p3, state = @p4, purchased_on = @p5, price = @p6, supplier_id = @p7, "
                + "warranty_until = @p8, site_id = @p9, room = @p10, note = @p11, search = @p12, change_set_id = @p13 where id = @p14",
                draft.Serial, draft.SerialKey, (int)draft.Kind, draft.ModelId, (int)draft.State, draft.PurchasedOn, draft.Price.Ore, draft.SupplierId,
                draft.WarrantyUntil, draft.SiteId, draft.Room, draft.Note, draft.Search, changeSet, draft.Id);
            History.Add(writing, changeSet, Subject.Asset, draft.Id, today, draft.Before, draft.After);
        }
    }
}
