using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Web.Pages.Chargeback;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Before">The month before; none where it was not run.</param>
/// <param name="Causes">Why the two differ: they sum to the difference.</param>
public sealed record CostsView(
    BillingMonth Month, bool IsClosed, Money Total, Money? Before, IReadOnlyList<CauseAmount> Causes, IReadOnlyList<CostSum> Sums, IReadOnlyList<MonthTotal> Months);

public sealed record CauseAmount(string Cause, Money Amount);

public sealed record MonthTotal(BillingMonth Month, Money Amount, bool IsClosed);

/// <summary>The cost card: what a part of the organisation pays, for what, and why it changed.</summary>
internal static class CostsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/costs", Card).WithSummary("What a part of the organisation pays in a month, by unit, code and kind, and why it changed");
        api.MapGet("/costs/lines", Lines).WithSummary("The lines behind it");
    }

    [Needs(Permission.ViewOwnCosts)]
    private static Answer<CostsView> Card(Caller caller, CostCards cards, int? unit, string? month)
    {
        if (cards.Find(caller.Viewer, unit, month) is not { } card) return ApiProblem.NotFound;
        return new CostsView(
            card.Month.Month, card.Month.IsClosed, card.TotalOf(card.Month), card.Before is { } before ? card.TotalOf(before) : null,
            [.. card.ByCause().Select(cause => new CauseAmount(cause.Cause, cause.Amount))], card.Sums,
            [.. card.ByMonth.Select(one => new MonthTotal(one.Month.Month, one.Amount, one.Month.IsClosed))]);
    }

    [Needs(Permission.ViewOwnCosts)]
    private static Answer<Listed<CostLine>> Lines(Caller caller, CostCards cards, int? unit, string? month, string? cursor, int? limit)
    {
        if (!Paging.TryNumber(cursor, out var after)) return Paging.BadCursor;
        if (cards.Find(caller.Viewer, unit, month) is not { } card) return ApiProblem.NotFound;
        var size = Paging.Size(limit);
        var lines = CostLines.Read(caller.Database, card.Month.Month, card.Selection, new CostLineFilter(), after ?? 0, size + 1);
        return lines.Count > size
            ? new Listed<CostLine>([.. lines.Take(size)], Paging.Cursor(lines[size - 1].LineId.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            : new Listed<CostLine>(lines);
    }
}
