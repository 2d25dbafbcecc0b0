using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>Organisations: a parent may stand further down in the file, so that the tree is checked when all rows are read.</summary>
internal sealed class OrganisationImport() : CodeTable(
    "organisations", Subject.Organisation, new ImportColumns(["org_code", "name", "kind", "parent_code", "org_number"], ["valid_to"]),
    ("code", "org_code"), ("name", "name"), ("kind", "kind"), ("parent_id", "parent_code"), ("org_number", "org_number"), ("valid_until", "valid_to"))
{
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> codes = [];
    private System.Data.Common.DbConnection? register;

    public override void Load(System.Data.Common.DbConnection connection)
    {
        foreach (var (id, code) in connection.Rows("select id, code from organisations", r => (r.GetInt64(0), r.GetString(1)))) Name(id, code);
        register = connection;
        base.Load(connection);
    }

    public override void Settle(ImportReport report, DateOnly today)
    {
        while (true)
        {
            var findings = new List<Finding>();
            var pending = Pending.ToDictionary(p => p.Key, StringComparer.Ordinal);
            OrganisationTree.Build(Existing.Where(e => !pending.ContainsKey(e.Key)).Concat(Pending).Select(ToOrganisation), findings);
            var stops = findings.Where(f => f.Severity == Severity.Stop).ToList();
            if (stops.Count == 0) break;
            foreach (var stop in stops)
            {
                // Where the tree breaks below a row of this file, it is that row which is wrong.
                var record = pending.GetValueOrDefault(Keys.Fold(stop.Record)) ?? pending.GetValueOrDefault(Keys.Fold(stop.Detail))
                    ?? throw new ImportRefusedException($"The organisation {stop.Record} in the database does not hang together ({stop.Code}). Correct it before importing.") { Code = ImportFaults.TreeBroken, Detail = stop.Record };
                if (Pending.Contains(record)) RejectLate(report, record, stop.Code, "parent_code", Explain(stop));
            }
        }
        RejectEarlyEnds(report);
        foreach (var record in Pending) Name(record.Id, (string)record.Values[0]!);
        base.Settle(report, today);
    }

    public override void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress)
    {
        // Parents before children: the reference is checked row by row.
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        var byKey = Pending.ToDictionary(p => p.Key, StringComparer.Ordinal);
        int Depth(Record record)
        {
            if (depth.TryGetValue(record.Key, out var known)) return known;
            var above = record.Values[3] is string code ? byKey.GetValueOrDefault(Keys.Fold(code)) : null;
            return depth[record.Key] = above is null ? 0 : Depth(above) + 1;
        }
        Pending.Sort((a, b) => Depth(a) != Depth(b) ? Depth(a).CompareTo(Depth(b)) : a.Id.CompareTo(b.Id));
        base.Save(writing, changeSet, today, progress);
        WriteLineages(writing);
    }

    protected override object?[] Parse(RowReader row, string code)
    {
        var name = row.RequiredText("name");
        long kind = 0;
        var legal = false;
        if (OrganisationKinds.Vocabulary.TryParse(row.Raw("kind").ToString(), out var found))
        {
            kind = (long)found;
            legal = OrganisationKinds.IsLegalEntity(found);
        }
        else
        {
            row.Reject("unknown_kind", "kind", "Write municipality, administration, company, foundation or unit.");
        }
        string? number = null;
        var raw = row.Raw("org_number");
        if (raw.IsEmpty)
        {
            if (legal) row.Reject("org_number_missing", "org_number", "A municipality, company or foundation needs its organisation number.");
        }
        else if (OrgNumber.TryParse(raw.ToString(), out var parsed))
        {
            number = parsed.ToString();
        }
        else
        {
            row.Reject("org_number_invalid", "org_number", "This is no organisation number: ten digits with a check digit, the third at least 2. Personal numbers are not kept here.");
        }
        var parent = row.KeyOrNone("parent_code");
        if (parent is not null && ids.TryGetValue(Keys.Fold(parent), out var above)) parent = codes[above]; // however the file writes it
        return [code, name, kind, parent, number, Days.Number(row.Day("valid_to")?.AddDays(1))];
    }

    protected override object? Stored(string column, object? value) =>
        column == "parent_id" && value is string code ? ids[Keys.Fold(code)] : value;

    protected override object? Loaded(string column, object? value) =>
        column == "parent_id" && value is long id ? codes[id] : value;

    protected override object? Spoken(string column, object? value) => column switch
    {
        "kind" => OrganisationKinds.Vocabulary.Word((OrganisationKind)(long)value!),
        "valid_until" => Days.LastBefore(value),
        _ => value,
    };

    // What ends has to be empty by then: nothing below it goes on, and nobody pays through it.
    private void RejectEarlyEnds(ImportReport report)
    {
        const int Parent = 3;
        const int End = 5;
        var pending = Pending.ToDictionary(p => p.Key, StringComparer.Ordinal);
        var all = Existing.Where(e => !pending.ContainsKey(e.Key)).Concat(Pending).ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var record in all.Values)
        {
            if (record.Values[Parent] is not string code || !all.TryGetValue(Keys.Fold(code), out var above) || above.Values[End] is not long end || record.Values[End] is long own && own <= end) continue;
            if (Pending.Contains(above)) RejectLate(report, above, "units_go_on", "valid_to", $"“{record.Values[0]}” below it goes on longer. End that first.");
            else if (Pending.Contains(record)) RejectLate(report, record, "parent_ended", "parent_code", $"“{above.Values[0]}” ends before it. Choose another parent, or an earlier end.");
        }
        foreach (var record in Pending.Where(p => p.Old is not null && p.Values[End] is long && !Equals(p.Values[End], p.Old.Values[End])).ToList())
        {
            if (register!.Number("select count(*) from line_segments where unit_id = @p0 and (until_on is null or until_on > @p1)", record.Id, record.Values[End]) is var lines and > 0)
                RejectLate(report, record, "lines_go_on", "valid_to", $"It has {lines} contract lines that run longer. Move or return them first.");
        }
    }

    private static Organisation ToOrganisation(Record record) => new(
        (string)record.Values[0]!, (string)record.Values[1]!, (OrganisationKind)(long)record.Values[2]!, (string?)record.Values[3],
        OrgNumber.TryParse((string?)record.Values[4], out var number) ? number : null);

    private static string Explain(Finding stop) => stop.Code switch
    {
        OrganisationTree.UnknownParent => $"There is no parent “{stop.Detail}”, here or in the database. Add it, or correct parent_code.",
        OrganisationTree.Cycle => "It is its own ancestor. Correct parent_code.",
        _ => "An organisation of this kind cannot hang there: administrations belong to a municipality, units to anything, legal entities to none or to the municipality that owns them.",
    };

    private void Name(long id, string code)
    {
        ids[Keys.Fold(code)] = id;
        codes[id] = code;
    }

    private static void WriteLineages(Writing writing)
    {
        var rows = writing.Connection.Rows("select id, parent_id, lineage from organisations", r => (Id: r.GetInt64(0), Parent: r.Long(1), Lineage: r.GetString(2)));
        var parents = rows.ToDictionary(r => r.Id, r => r.Parent);
        foreach (var (id, _, lineage) in rows)
        {
            var path = $"{id}/";
            for (var at = parents[id]; at is { } parent; at = parents[parent]) path = $"{parent}/{path}";
            if ("/" + path != lineage) writing.Connection.Execute("update organisations set lineage = @p0 where id = @p1", "/" + path, id);
        }
    }
}
