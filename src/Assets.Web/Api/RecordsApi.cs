using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Operations.Inventory;
using Assets.Web.Pages.Inventory;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Fields">Texts by the names of the columns of the kind's file; days as 2026-03-31, amounts with a point.</param>
public sealed record RecordView(int Id, string Code, IReadOnlyDictionary<string, string?> Fields);

/// <param name="Fields">As they are to stand. When a record is changed, what is left out stays.</param>
public sealed record RecordWrite(IReadOnlyDictionary<string, string?> Fields, string? Reason = null);

/// <summary>Organisations, cost codes, sites, suppliers and models, one at a time, by the rules of their files.</summary>
internal static class RecordsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/records/{register}/{id:int}", Get).WithSummary("One record of organisations, cost-codes, sites, suppliers or models, as files write it");
        api.MapPost("/records/{register}", Add).WithSummary("A new record of organisations, cost-codes, sites, suppliers or models");
        api.MapPatch("/records/{register}/{id:int}", Change).WithSummary("Changes a record; nothing is deleted: what is no more gets its last day");
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<RecordView> Get(Caller caller, string register, int id) => Find(caller, Permission.ViewRegister, register, id) is { } record ? View(record) : ApiProblem.NotFound;

    [Needs(Permission.EditRegister)]
    [Answers(StatusCodes.Status201Created)]
    private static Answer<RecordView> Add(Caller caller, string register, RecordWrite body)
    {
        if (RegisterPages.Of(register) is not { } kind) return ApiProblem.NotFound;
        if (!RegisterScope.May(caller.Reach(Permission.EditRegister), kind, unit: null)) return ApiProblem.NotAllowed;
        if (Wrong(caller, kind, null, body) is { } problem) return problem;
        return Done(caller, register, kind, AddRecord.Run(caller.Acting, kind, body.Fields, AssetsApi.Some(body.Reason)));
    }

    [Needs(Permission.EditRegister)]
    [ChangesWhatWasSeen]
    private static Answer<RecordView> Change(Caller caller, string register, int id, RecordWrite body)
    {
        if (Find(caller, Permission.EditRegister, register, id) is not { } record) return ApiProblem.NotFound;
        if (Wrong(caller, record.Kind, record, body) is { } problem) return problem;
        var fields = new Dictionary<string, string?>(record.Fields, StringComparer.Ordinal);
        foreach (var (field, value) in body.Fields) fields[field] = value;
        return Done(caller, register, record.Kind, ChangeRecord.Run(caller.Acting, record.Kind, id, fields, caller.SeenVersion, AssetsApi.Some(body.Reason)));
    }

    private static ApiProblem? Wrong(Caller caller, RegisterKind kind, RegisterRecord? record, RecordWrite body)
    {
        var known = RegisterRecord.FieldsOf(kind);
        if (body.Fields.Keys.Any(field => !known.Contains(field, StringComparer.Ordinal))) return ApiProblem.Field("fields", $"Known are {string.Join(", ", known)}.");
        if (record is not null && body.Fields.TryGetValue(known[0], out var code) && !AssetForm.Same(code, record.Code)) return ApiProblem.Field(known[0], "A record keeps its code.");
        var given = body.Fields.TryGetValue(RegisterScope.FieldOf(kind), out var unit) ? unit : record?.Fields.GetValueOrDefault(RegisterScope.FieldOf(kind));
        return RegisterScope.Foreign(caller.Database, caller.Reach(Permission.EditRegister), kind, record, given) is { } foreign ? ApiProblem.Field(foreign.Field, foreign.Code) : null;
    }

    private static Answer<RecordView> Done(Caller caller, string register, RegisterKind kind, Outcome<RegisteredRecord> outcome)
    {
        if (!outcome.TryGet(out var saved, out var refusal))
            return RegisterRefusals.Faults(refusal) is { Count: > 0 } faults ? ApiProblem.Fields(faults.Select(fault => (fault.Field, fault.Code))) : Answer<RecordView>.Of(refusal);
        var record = RegisterRecord.Find(caller.Database, kind, saved.Id)!;
        return Answer<RecordView>.Of(new RecordView(record.Id, record.Code, record.Fields), record.ChangeSetId, string.Create(CultureInfo.InvariantCulture, $"/api/v1/records/{register}/{saved.Id}"));
    }

    // A unit outside is not there; what is everybody's is seen by all who see the register, and changed by who changes all of it.
    private static RegisterRecord? Find(Caller caller, Permission permission, string register, int id)
    {
        if (RegisterPages.Of(register) is not { } kind || RegisterRecord.Find(caller.Database, kind, id) is not { } record) return null;
        var sees = permission == Permission.ViewRegister && RegisterPages.IsEverybodys(kind);
        return sees || RegisterScope.May(caller.Reach(permission), kind, record.UnitId ?? 0) ? record : null;
    }

    private static Answer<RecordView> View(RegisterRecord record) => Answer<RecordView>.Of(new RecordView(record.Id, record.Code, record.Fields), record.ChangeSetId);
}
