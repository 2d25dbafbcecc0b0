using Assets.Core.Access;
using Assets.Data.Rentals;
using Assets.Operations.Rentals;
using Assets.Web.Pages.Rentals;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>The lines that the list shows by these filters.</summary>
/// <param name="EndsBefore">The last day lies before this one.</param>
public sealed record LineSelection(
    string? Q = null, string? Unit = null, string? Customer = null, string? CostCode = null, DateOnly? EndsBefore = null, LineRuns? Runs = null)
{
    internal LineQuery Query => new(AssetsApi.Short(Q), AssetsApi.Some(Unit), AssetsApi.Some(Customer), AssetsApi.Some(CostCode), EndsBefore, Runs ?? LineRuns.Whichever);
}

/// <param name="Lines">Which lines; or all that <paramref name="Where"/> finds.</param>
/// <param name="UnitCode">None: each line's own; so is the cost code.</param>
/// <param name="On">The first day of the new holder.</param>
/// <param name="SeenAct">The last act when the lines were read (<c>seen_act</c> of a preview): what was changed after it is refused.</param>
/// <param name="Preview">Only says what would become of each; nothing is changed.</param>
public sealed record LinesMoveAsked(
    DateOnly On, IReadOnlyList<long>? Lines = null, LineSelection? Where = null, string? UnitCode = null, string? CostCode = null, string? Reason = null, long? SeenAct = null, bool Preview = false);

/// <param name="Moved">How many moved or, of a preview, would.</param>
/// <param name="NotMoved">Those that are refused, and those that are there already (<c>unchanged</c>).</param>
/// <param name="UnderCodeOfOther">Those that move and then pay under a cost code that belongs neither to their unit nor to one above it.</param>
public sealed record LinesMovedView(long Moved, int Unchanged, int Refused, IReadOnlyList<LineNotMoved> NotMoved, IReadOnlyList<LineUnderCode> UnderCodeOfOther, long SeenAct);

public sealed record LineNotMoved(long Id, string Code, string RefusedBy, string Detail);

public sealed record LineUnderCode(long Id, string Code, string CostCode);

/// <summary>Many contract lines moved in one act.</summary>
internal static class LineMovesApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/contract-lines/move", Move).WithSummary("Another unit or cost code pays for many lines from a day; or says what would become of each");

    [Needs(Permission.EditContracts)]
    private static Answer<LinesMovedView> Move(Caller caller, LineList lines, LinesMoveAsked body)
    {
        if ((body.Lines is null) == (body.Where is null)) return ApiProblem.Field("lines", "Either lines or where.");
        var (reach, seen) = (caller.Reach(Permission.EditContracts), lines.LastAct());
        IReadOnlyCollection<long> chosen = body.Lines ?? [.. LineAddress.AllRows(lines, reach, body.Where!.Query).Take(MoveLines.Most + 1).Select(line => line.Id)];
        var move = new LinesMove(chosen, body.UnitCode, body.CostCode, body.On, AssetsApi.Some(body.Reason)) { Within = reach, SeenAct = body.SeenAct };
        var outcome = body.Preview ? MoveLines.Preview(caller.Acting, move, caller.Http.RequestAborted) : MoveLines.Run(caller.Acting, move, caller.Http.RequestAborted);
        return outcome.TryGet(out var moved, out var refusal)
            ? new LinesMovedView(
                moved.Moved, moved.Unchanged, moved.Refused,
                [.. moved.Lines.Where(line => line.Refusal is not null).Select(line => new LineNotMoved(line.Id, line.Code, line.Refusal!.Code, line.Refusal.Detail))],
                [.. moved.Lines.Where(line => line.CodeOfOther is not null).Select(line => new LineUnderCode(line.Id, line.Code, line.CodeOfOther!))], seen)
            : Answer<LinesMovedView>.Of(refusal);
    }
}
