using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Web.Pages.Chargeback;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Before">The month before; none where it was not run.</param>
/// <param name="Causes">Why the two differ: they sum to the difference.</param>
/// <param name="Forecast">What the lines of today will come to in the rest of the year; none where there are too many lines to reckon it unasked (<c>forecast=true</c>).</param>
/// <param name="Ends">Lines and terms that end within 90 days, the first to end first.</param>
/// <param name="Silent">What is rented and polled, and has not answered for two weeks.</param>
/// <param name="Watched">How much of what is rented is polled at all.</param>
/// <param name="Corrected">Lines whose closed months this month corrects, with the change that made it so.</param>
public sealed record CostsView(
    BillingMonth Month, bool IsClosed, Money Total, Money? Before, IReadOnlyList<CauseAmount> Causes, IReadOnlyList<CostSum> Sums, IReadOnlyList<MonthTotal> Months,
    IReadOnlyList<MonthForecast>? Forecast, First<EndingLine> Ends, First<SilentAsset> Silent, int Watched, First<CorrectedLine> Corrected);

/// <param name="Count">All of them; the workbook has them.</param>
public sealed record First<T>(long Count, IReadOnlyList<T> Items);

public sealed record MonthForecast(BillingMonth Month, Money Amount);

public sealed record CauseAmount(string Cause, Money Amount);

public sealed record MonthTotal(BillingMonth Month, Money Amount, bool IsClosed);

/// <summary>The cost card: what a part of the organisation pays, for what, and why it changed.</summary>
internal static class CostsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/costs", Card).WithSummary("What a part of the organisation pays in a month, by unit, code and kind, why it changed, and what lies ahead");
        api.MapGet("/costs/lines", Lines).WithSummary("The lines behind it");
    }

    [Needs(Permission.ViewOwnCosts)]
    private static Answer<CostsView> Card(Caller caller, CostCards cards, CostMemory memory, int? unit, string? month, bool? forecast)
    {
        if (cards.Find(caller.Viewer, unit, month) is not { } card) return ApiProblem.NotFound;
        var outlook = card.Outlook(memory, forecast ?? false);
        var (silent, watched) = CostNotes.Silent(caller.Database, card.Selection, caller.Today, caller.Now);
        var corrected = CostNotes.Corrected(caller.Database, memory, card.Month, card.Selection);
        return new CostsView(
            card.Month.Month, card.Month.IsClosed, card.TotalOf(card.Month), card.Before is { } before ? card.TotalOf(before) : null,
            [.. card.ByCause().Select(cause => new CauseAmount(cause.Cause, cause.Amount))], card.Sums,
            [.. card.ByMonth.Select(one => new MonthTotal(one.Month.Month, one.Amount, one.Month.IsClosed))],
            outlook.Months is { } coming ? [.. coming.Select(one => new MonthForecast(one.Month, one.Amount))] : null,
            Beginning(outlook.Ends), Beginning(silent), watched, new First<CorrectedLine>(corrected.Count, corrected.Items));
    }

    private static First<T> Beginning<T>(IReadOnlyList<T> all) => new(all.Count, [.. all.Take(Paging.Most)]);

    [Needs(Permission.ViewOwnCosts)]
    private static Answer<Listed<CostLine>> Lines(Caller caller, CostCards cards, int? unit, string? month, string? cursor, int? limit)
    {
        if (!Paging.TryNumber(cursor, out var after)) return Paging.BadCursor;
        if (cards.Find(caller.Viewer, unit, month) is not { } card) return ApiProblem.NotFound;
        var size = Paging.Size(limit);
        var lines = CostLines.Read(caller.Database, card.Month.Month, card.Selection, new CostLineFilter(), after ?? 0, size + 1);
        return Paging.Page(lines, size, line => Paging.Number(line.LineId));
    }
}
