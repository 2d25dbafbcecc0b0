using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Operations.Chargeback;
using Assets.Operations.Jobs;
using Assets.Operations.Ledger;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Total">Of what is within the caller's reach.</param>
/// <param name="Stops">Open findings of the month as a whole; none for who sees a part of it. So are the notes.</param>
public sealed record MonthView(BillingMonth Month, bool IsClosed, Money Total, DateTimeOffset At, string By, string? Head, int? Stops, int? Notes);

/// <param name="Customers">Those within reach.</param>
public sealed record MonthDetailsView(MonthView Month, IReadOnlyList<CustomerSum> Customers, IReadOnlyList<FindingCount> Findings, IReadOnlyList<CustomerChange> Differences, ClosingProposal? Proposal);

/// <param name="Record">The record that is accepted; none: all open ones of the code.</param>
/// <param name="Until">The first day on which it is open again; none: accepted for good.</param>
public sealed record FindingAcceptance(string Reason, string? Record = null, DateOnly? Until = null);

public sealed record FindingRecord(string Record);

/// <param name="LeavesOpen">The earlier months that were run, are open and will never be closed: closing names them, or is refused.</param>
public sealed record MonthReason(string? Reason = null, IReadOnlyList<BillingMonth>? LeavesOpen = null);

public sealed record ClosingApproval(int Proposal);

public sealed record MonthClosed(BillingMonth Month, string Head, long Charges, Money Total);

/// <summary>Months: what they come to, what is wrong with them, running and closing them, and their files.</summary>
internal static class MonthsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/months", List).WithSummary("Months that have been run; the newest first");
        api.MapGet("/months/{month}", Get).WithSummary("One month by customer, with its findings and why it differs");
        api.MapGet("/months/{month}/findings/{code}", Findings).WithSummary("The findings of one code");
        api.MapPost("/months/{month}/findings/{code}/accept", Accept).WithSummary("Accepts one finding or all of a code, with a reason");
        api.MapPost("/months/{month}/findings/{code}/reopen", Reopen).WithSummary("Takes back that a finding was accepted");
        api.MapPost("/months/{month}/charge", Charge).WithSummary("Runs the month, as a task");
        api.MapPost("/months/{month}/close", Close).WithSummary("Closes the month for good");
        api.MapPost("/months/{month}/propose", Propose).WithSummary("Proposes to close it, where two persons close");
        api.MapPost("/months/{month}/approve", Approve).WithSummary("Approves a proposal, as another person");
        api.MapGet("/months/{month}/files/{file}", File).WithSummary("A file of the month: all.xlsx, all.csv, all.zip …").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    [Needs(Permission.ViewMonths)]
    private static Answer<Listed<MonthView>> List(Caller caller, MonthSums sums, string? cursor, int? limit)
    {
        BillingMonth before = default;
        if (!Paging.TryPlace(cursor, out var place) || (place is not null && !BillingMonth.TryParse(place, out before))) return Paging.BadCursor;
        var size = Paging.Size(limit);
        var page = Paging.Page(MonthList.Read(caller.Database, caller.Today, size + 1, place is null ? null : before), size, head => head.Month.ToString());
        return new Listed<MonthView>([.. page.Items.Select(head => View(caller, sums, head))], page.Next);
    }

    [Needs(Permission.ViewMonths)]
    private static Answer<MonthDetailsView> Get(Caller caller, MonthSums sums, string month)
    {
        if (Find(caller, month) is not { } head) return ApiProblem.NotFound;
        var reach = caller.Reach(Permission.ViewMonths);
        return new MonthDetailsView(
            View(caller, sums, head), sums.ByCustomer(head, reach),
            reach.IsEverywhere ? MonthFindings.Count(caller.Database, head.Month, head.JudgedOn(caller.Today, caller.Clock.LocalTimeZone)) : [], MonthDifference.ByCustomer(caller.Database, head.Month, reach),
            reach.IsEverywhere && !head.IsClosed && ProposeClosing.IsNeeded(caller.Acting) ? ClosingProposal.Standing(caller.Database, head.Month) : null);
    }

    // Findings are not divided by customer: they are for those who see the whole month.
    [Needs(Permission.ViewMonths)]
    private static Answer<Listed<MonthFinding>> Findings(Caller caller, string month, string code, bool? open, string? cursor, int? limit)
    {
        if (!caller.MayEverywhere(Permission.ViewMonths)) return ApiProblem.NotAllowed;
        if (!Paging.TryPlace(cursor, out var after)) return Paging.BadCursor;
        if (Find(caller, month) is not { } head) return ApiProblem.NotFound;
        var size = Paging.Size(limit);
        var found = MonthFindings.Read(caller.Database, head.Month, head.JudgedOn(caller.Today, caller.Clock.LocalTimeZone), code, open, after, size + 1);
        return Paging.Page(found, size, finding => finding.Record);
    }

    [Needs(Permission.SettleFindings)]
    private static Answer<FindingsAccepted> Accept(Caller caller, string month, string code, FindingAcceptance body)
    {
        if (!caller.MayEverywhere(Permission.SettleFindings)) return ApiProblem.NotAllowed;
        if (Find(caller, month) is not { } head) return ApiProblem.NotFound;
        if (body.Record is null) return AcceptFindings.Run(caller.Acting, head.Month, code, body.Reason, body.Until);
        return AcceptFinding.Run(caller.Acting, head.Month, code, body.Record, body.Reason, body.Until).TryGet(out _, out var refusal) ? new FindingsAccepted(1) : Answer<FindingsAccepted>.Of(refusal);
    }

    [Needs(Permission.SettleFindings)]
    private static Answer<Finding> Reopen(Caller caller, string month, string code, FindingRecord body)
    {
        if (!caller.MayEverywhere(Permission.SettleFindings)) return ApiProblem.NotAllowed;
        return Find(caller, month) is { } head ? ReopenFinding.Run(caller.Acting, head.Month, code, body.Record) : ApiProblem.NotFound;
    }

    [Needs(Permission.RunMonth)]
    [Answers(StatusCodes.Status202Accepted)]
    private static async Task<Answer<TaskView>> Charge(Caller caller, TaskQueue queue, string month)
    {
        if (!caller.MayEverywhere(Permission.RunMonth)) return ApiProblem.NotAllowed;
        if (!BillingMonth.TryParse(month, out var which)) return ApiProblem.NotFound;
        return TasksApi.Begun(queue, await queue.Start(TaskQueue.Charge, which.ToString(), new { }, caller.Viewer.Account, caller.Http.RequestAborted));
    }

    [Needs(Permission.CloseMonth)]
    private static Answer<MonthClosed> Close(Caller caller, string month, MonthReason body) =>
        Whole(caller, Permission.CloseMonth, month, which => Closed(CloseMonth.Run(caller.Acting, which, AssetsApi.Some(body.Reason), leavesOpen: body.LeavesOpen ?? [])));

    [Needs(Permission.CloseMonth)]
    private static Answer<ClosingProposal> Propose(Caller caller, string month, MonthReason body) =>
        Whole<ClosingProposal>(caller, Permission.CloseMonth, month, which => ProposeClosing.Run(caller.Acting, which, AssetsApi.Some(body.Reason), body.LeavesOpen));

    [Needs(Permission.ApproveClosing)]
    private static Answer<MonthClosed> Approve(Caller caller, string month, ClosingApproval body) =>
        Whole(caller, Permission.ApproveClosing, month, which => Closed(ApproveClosing.Run(caller.Acting, which, body.Proposal)));

    [Needs(Permission.ViewBookedFiles)]
    private static IResult File(Caller caller, string month, string file)
    {
        if (!caller.MayEverywhere(Permission.ViewBookedFiles)) return new Refused(ApiProblem.NotAllowed);
        if (Find(caller, month) is not { } head) return new Refused(ApiProblem.NotFound);
        if (!head.IsClosed && !caller.MayEverywhere(Permission.ExportMonth)) return new Refused(ApiProblem.NotAllowed);
        var swedish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";
        if (!MonthDownload.Make(caller.Acting, head.Month, file, swedish, caller.Http.RequestAborted).TryGet(out var made, out _)) return new Refused(ApiProblem.NotFound);
        caller.Http.Response.RegisterForDispose(made);
        RecordDownload.Run(caller.Acting, head.Month, made);
        var kind = Path.GetExtension(made.Name) switch { ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".csv" => "text/csv; charset=utf-8", _ => "application/zip" };
        return Results.File(made.Path, kind, made.Name);
    }

    // A month is everybody's: a right in a part of the organisation does not run or close it.
    private static Answer<T> Whole<T>(Caller caller, Permission permission, string month, Func<BillingMonth, Answer<T>> act)
        where T : class
    {
        if (!caller.MayEverywhere(permission)) return ApiProblem.NotAllowed;
        return BillingMonth.TryParse(month, out var which) ? act(which) : ApiProblem.NotFound;
    }

    private static Answer<MonthClosed> Closed(Outcome<ClosedMonth> outcome) => outcome.TryGet(out var closed, out var refusal)
        ? new MonthClosed(closed.Month, closed.Head, closed.ChargeCount, closed.Total)
        : Answer<MonthClosed>.Of(refusal);

    private static MonthHead? Find(Caller caller, string month) => BillingMonth.TryParse(month, out var which) ? MonthList.Find(caller.Database, caller.Today, which) : null;

    private static MonthView View(Caller caller, MonthSums sums, MonthHead head)
    {
        var reach = caller.Reach(Permission.ViewMonths);
        return new MonthView(head.Month, head.IsClosed, reach.IsEverywhere ? head.Total : MonthSums.Total(sums.Of(head, reach)), head.At, head.By, head.Head, reach.IsEverywhere ? head.Stops : null, reach.IsEverywhere ? head.Notes : null);
    }
}
