using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>
/// Adds or changes an organisation, cost code, site, supplier or model. What is wrong stands at its field; where somebody else was
/// faster, both versions stand beside each other and the person chooses, field by field.
/// </summary>
[Needs(Permission.EditRegister)]
public sealed class EditRecordModel(Installation installation, Words words) : PageModel
{
    private static readonly string[] Connections = ["fibre", "adsl", "mobile", "none"];
    private IReadOnlyList<FieldFault> faults = [];

    public RegisterKind Kind { get; private set; }

    /// <summary>None for a new one.</summary>
    public RegisterRecord? Record { get; private set; }

    public IReadOnlyList<string> Fields => RegisterRecord.FieldsOf(Kind);

    /// <summary>What is typed, by field.</summary>
    [BindProperty]
    public Dictionary<string, string?> F { get; set; } = [];

    /// <summary>The change set that the record was in when the form was made.</summary>
    [BindProperty]
    public long? Seen { get; set; }

    /// <summary>Fields where the other's value is taken.</summary>
    [BindProperty]
    public List<string> Theirs { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The page from which somebody came to add what was missing there.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<(string Field, string? Mine, string? Other)> Conflicts { get; private set; } = [];

    public string? Refused { get; private set; }

    public IReadOnlyList<NamedCode> Units { get; private set; } = [];

    public IReadOnlyList<string> Vendors { get; private set; } = [];

    public IReadOnlyList<NamedCode> Municipalities { get; private set; } = [];

    /// <summary>Where one goes who saves nothing.</summary>
    public string Leave => Url.IsLocalUrl(Back) ? Back! : Record is { } record ? RegisterPages.Record(Kind, record.Id, record.UnitId) : "/" + RegisterPages.Of(Kind == RegisterKind.CostCode ? RegisterKind.Organisation : Kind);

    private Reach Reach => HttpContext.Viewer().Reach(Permission.EditRegister);

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public string? FaultOf(string field) => faults.FirstOrDefault(fault => fault.Field == field)?.Code;

    public string? HelpOf(string field) => (Kind, field) switch
    {
        (RegisterKind.Organisation, "parent_code") when Record is not null => "register.help.move",
        (RegisterKind.Organisation, "valid_to") => "register.help.end",
        (RegisterKind.CostCode, "valid_to") => "register.help.codeEnd",
        (RegisterKind.Model, "kind") when Record is not null => "register.help.kind",
        (RegisterKind.Model, "end_of_life") => "register.help.endOfLife",
        (_, "org_number") => "register.help.number",
        _ => Record is null && field == Fields[0] ? "register.help.code" : null,
    };

    public IReadOnlyList<NamedCode>? ChoicesOf(string field) => (Kind, field) switch
    {
        (RegisterKind.Organisation, "kind") => [.. OrganisationKinds.Vocabulary.Words.Select(word => new NamedCode(word, words[$"organisation.{word}"]))],
        (RegisterKind.Model, "kind") => [.. AssetKinds.Vocabulary.Words.Select(word => new NamedCode(word, words[$"kind.{word}"]))],
        (_, "connection") => [.. Connections.Select(word => new NamedCode(word, words[$"connection.{word}"]))],
        (_, "municipality_code") => Municipalities,
        _ => null,
    };

    /// <summary>The form of a new record may come with what is known of it already, such as its unit.</summary>
    public IActionResult OnGet(string register, int? id, string? unit)
    {
        if (!Load(register, id)) return NotFound();
        if (!May(Record?.UnitId)) return Record is null || RegisterPages.IsEverybodys(Kind) ? StatusCode(StatusCodes.Status403Forbidden) : NotFound();
        if (Record is { } record)
        {
            F = Now(record);
            Seen = record.ChangeSetId;
        }
        else if (unit is { Length: > 0 and <= 100 })
        {
            F[RegisterScope.FieldOf(Kind)] = unit;
        }
        return Page();
    }

    public IActionResult OnPost(string register, int? id)
    {
        if (!Load(register, id)) return NotFound();
        if (!May(Record?.UnitId)) return Record is null || RegisterPages.IsEverybodys(Kind) ? StatusCode(StatusCodes.Status403Forbidden) : NotFound();
        foreach (var field in new[] { "parent_code", "unit_code" }.Where(F.ContainsKey)) F[field] = UnitChoice.Code(Units, F[field]);
        if (Record is { } known) foreach (var field in Theirs.Intersect(Fields, StringComparer.Ordinal)) F[field] = Now(known)[field];
        if (RegisterScope.Foreign(installation.Database, Reach, Kind, Record, F.GetValueOrDefault(RegisterScope.FieldOf(Kind))) is { } foreign)
        {
            faults = [foreign];
            return Page();
        }
        var given = Fields.ToDictionary(field => field, field => F.GetValueOrDefault(field), StringComparer.Ordinal);
        var outcome = Record is { } shown ? ChangeRecord.Run(Acting, Kind, shown.Id, given, Seen, Reason) : AddRecord.Run(Acting, Kind, given);
        if (outcome.TryGet(out var saved, out var refusal)) return Saved(saved);
        if (refusal.Code == RegisterRefusals.ChangedMeanwhile) return Conflict(Record!);
        faults = RegisterRefusals.Faults(refusal);
        Refused = faults.Count > 0 ? words["register.faults"] : words.Refused(refusal);
        return Page();
    }

    private IActionResult Saved(RegisteredRecord saved)
    {
        TempData["Message"] = words.Of(saved.Changed ? "register.saved" : "register.same", saved.Code);
        if (Url.IsLocalUrl(Back)) return LocalRedirect(Back!);
        var unit = RegisterRecord.Find(installation.Database, Kind, saved.Id)?.UnitId;
        return Redirect(RegisterPages.Record(Kind, saved.Id, unit));
    }

    private PageResult Conflict(RegisterRecord record)
    {
        var now = Now(record);
        Conflicts = [.. Fields.Where(field => !AssetForm.Same(F.GetValueOrDefault(field) ?? (field == Fields[0] ? now[field] : null), now[field])).Select(field => (field, F.GetValueOrDefault(field), now[field]))];
        Seen = record.ChangeSetId;
        F[Fields[0]] = now[Fields[0]];
        ModelState.Clear();
        return Page();
    }

    private bool Load(string register, int? id)
    {
        if (RegisterPages.Of(register) is not { } kind) return false;
        Kind = kind;
        if (id is { } given && (Record = RegisterRecord.Find(installation.Database, kind, given)) is null) return false;
        if (Record is not null) F[Fields[0]] = Record.Code;
        if (kind is RegisterKind.Organisation or RegisterKind.CostCode) Units = NamedPlaces.UnitsOn(installation.Database, installation.Today);
        if (kind == RegisterKind.Site) Municipalities = NamedPlaces.Municipalities(installation.Database);
        if (kind == RegisterKind.Model) Vendors = RegisterRecord.Vendors(installation.Database);
        return true;
    }

    private bool May(int? unit) => RegisterScope.May(Reach, Kind, unit);

    private Dictionary<string, string?> Now(RegisterRecord record) => record.Fields.ToDictionary(f => f.Key, f => RecordForm.Field(f.Key, f.Value), StringComparer.Ordinal);
}
