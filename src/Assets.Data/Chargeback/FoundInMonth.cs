using System.Data.Common;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The findings of one code in a month: how many are open and how many accepted, with the first few of them.</summary>
public sealed record FoundInMonth(string Code, Severity Severity, long Open, long Accepted, IReadOnlyList<Finding> First)
{
    private const int MostShown = 10;

    // An acceptance counts until its day, that day not included.
    private const string IsAccepted =
        "exists (select 1 from finding_acceptances a where a.month = f.month and a.code = f.code and a.record = f.record and (a.until_on is null or a.until_on > @p1))";

    /// <summary>Stops first, then by code.</summary>
    internal static List<FoundInMonth> Of(DbConnection connection, BillingMonth month, DateOnly today)
    {
        var counts = FindingNumbers.ByCode(month, today);
        return connection.Rows(counts.Sql, r => new FoundInMonth(r.GetString(0), (Severity)r.GetInt32(1), r.GetInt64(2), r.GetInt64(3), []), counts.Values)
            .ConvertAll(found => found with { First = FirstOf(connection, month, found.Code) });
    }

    internal static bool AnyOpenStop(DbConnection connection, BillingMonth month, DateOnly today) => connection.Scalar(
        $"select 1 from findings f where month = @p0 and severity = {(int)Severity.Stop} and not {IsAccepted} limit 1", month.Number, Conventions.ToNumber(today)) is not null;

    /// <summary>Accepts every open stop of the month for good, each with the same reason.</summary>
    internal static void AcceptStops(Writing writing, FindingAct act, string reason)
    {
        const string stops = "month = @p0 and severity = 1";
        EndedAcceptance.Keep(
            writing, act, $"until_on <= @p1 and exists (select 1 from findings f where f.{stops} and f.code = finding_acceptances.code and f.record = finding_acceptances.record)", Conventions.ToNumber(act.Today));
        writing.Connection.Execute(
            $"insert into finding_acceptances (month, code, record, reason, accepted_by, accepted_at) select month, code, record, @p2, @p3, @p4 from findings f where f.{stops} and not {IsAccepted}",
            act.Month.Number, Conventions.ToNumber(act.Today), reason, act.Actor, Conventions.ToMicroseconds(act.At));
    }

    /// <summary>Accepts the open findings of one code and says how many they were.</summary>
    internal static int AcceptOpen(Writing writing, FindingAct act, string code, string reason, DateOnly? until)
    {
        EndedAcceptance.Keep(writing, act, "code = @p1 and until_on <= @p2", code, Conventions.ToNumber(act.Today));
        return writing.Connection.Execute(
            $"insert into finding_acceptances (month, code, record, reason, accepted_by, accepted_at, until_on) select month, code, record, @p2, @p3, @p4, @p5 from findings f where f.month = @p0 and f.code = @p6 and not {IsAccepted}",
            act.Month.Number, Conventions.ToNumber(act.Today), reason, act.Actor, Conventions.ToMicroseconds(act.At), until is { } day ? Conventions.ToNumber(day) : null, code);
    }

    internal static Finding? Find(DbConnection connection, BillingMonth month, string code, string record) => connection.Rows(
        "select code, severity, record, detail from findings where month = @p0 and code = @p1 and record = @p2", Read, month.Number, code, record).SingleOrDefault();

    /// <summary>In the place of an earlier acceptance of the same finding.</summary>
    internal static void Accept(Writing writing, FindingAct act, Finding finding, string reason, DateOnly? until)
    {
        Reopen(writing, act, finding);
        writing.Connection.Execute(
            "insert into finding_acceptances (month, code, record, reason, accepted_by, accepted_at, until_on) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            act.Month.Number, finding.Code, finding.Record, reason, act.Actor, Conventions.ToMicroseconds(act.At), until is { } day ? Conventions.ToNumber(day) : null);
    }

    /// <summary>Takes back what was accepted, if it was.</summary>
    internal static void Reopen(Writing writing, FindingAct act, Finding finding) =>
        EndedAcceptance.Keep(writing, act, "code = @p1 and record = @p2", finding.Code, finding.Record);

    private static List<Finding> FirstOf(DbConnection connection, BillingMonth month, string code) => connection.Rows(
        $"select code, severity, record, detail from findings where month = @p0 and code = @p1 order by record limit {MostShown}",
        Read, month.Number, code);

    private static Finding Read(DbDataReader r) => new(r.GetString(0), (Severity)r.GetInt32(1), r.GetString(2), r.GetString(3));
}
