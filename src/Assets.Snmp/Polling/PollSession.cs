using System.Runtime.CompilerServices;
using Assets.Snmp.Client;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Polling;

/// <summary>
/// The poll of one target: scalars and probes ride as non-repeaters of a GetBulk whose repeaters are the columns, so that six metrics of a
/// 48-port switch (241 values) take four requests. In version 1 the same by GetNext, a row at a time. A reply that is tooBig
/// halves how much is asked for; a binding at which the device errs is left out and the rest goes on.
/// </summary>
internal sealed class PollSession(PollRun run, PollTarget target, int mostVarBinds) : Conversation(target.Agent)
{
    private const int ColumnsAtOnce = 12;

    // So many bindings are a reply of about 450 octets, which every device and path can carry (RFC 3417 section 3.2.1): a smaller
    // question is not lost for its size, and asking less would only give a lossy network more to lose.
    private const int AlwaysFits = 20;

    // An endless table that does increase ends here; a full stack of switches has some tens of thousands of rows.
    private const int MostRows = 250_000;

    private readonly ReadingPlan plan = new(target.Profile);
    private readonly ReadingList readings = new(run.Loans, target.LastCount);
    private int budget = mostVarBinds;
    private int singlesAsked;
    private int columnsAsked;
    private int requests;
    private int loopsCut;
    private int rows;
    private int longestColumn;
    private uint? sysUpTime;
    private long? roundTripTicks;

    private bool IsBulk => Agent.Version != SnmpVersion.V1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override RequestHead Write(MessageBuilder request)
    {
        singlesAsked = Math.Min(plan.Singles.Count, budget);
        for (var i = 0; i < singlesAsked; i++)
            AppendSingle(request, plan.Singles[i]);
        var room = budget - singlesAsked;
        columnsAsked = singlesAsked * 4 > budget ? 0 : Math.Min(Math.Min(plan.Columns.Count, ColumnsAtOnce), room);
        for (var i = 0; i < columnsAsked; i++)
            request.AppendNull(plan.Columns[i].Metric.Oid.Encoded, plan.Columns[i].Last);
        return IsBulk
            ? new RequestHead(PduType.GetBulk, singlesAsked, columnsAsked == 0 ? 0 : Repetitions(room / columnsAsked))
            : new RequestHead(PduType.GetNext, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Receive(PduView reply, long ticks)
    {
        requests++;
        if (Attempt > 0)
            budget = Math.Max(Math.Min(budget, AlwaysFits), budget >> Attempt);
        else if (roundTripTicks is null || ticks < roundTripTicks)
            roundTripTicks = ticks;
        if (reply.ErrorStatus != ErrorStatus.NoError)
            return GoOnAfter(reply.ErrorStatus, reply.ErrorIndex);
        var answered = 0;
        var utcTicks = run.Clock.GetUtcNow().UtcTicks;
        var reader = reply.VarBinds;
        while (reader.TryRead(out var varBind))
        {
            if (answered < singlesAsked)
                TakeSingle(plan.Singles[answered], in varBind, utcTicks);
            else if (columnsAsked > 0)
                TakeRow(plan.Columns[(answered - singlesAsked) % columnsAsked], in varBind, utcTicks);
            answered++;
        }
        if (reader.Error != DecodeError.None)
            return Finish(SnmpOutcome.Malformed, decoding: reader.Error);
        if (answered == 0)
            return GoOnAfter(ErrorStatus.TooBig, 0);
        plan.Singles.RemoveRange(0, Math.Min(answered, singlesAsked));
        plan.DropEnded();
        if (rows > MostRows)
            return Finish(SnmpOutcome.AgentError, ErrorStatus.TooBig);
        return !plan.IsDone || Finish(SnmpOutcome.Answered);
    }

    public override void Fail(SnmpOutcome outcome, DecodeError decoding) => Finish(outcome, decoding: decoding);

    public override void Abort(Exception fault) => run.Abort(fault);

    // A scalar is asked for by the name before it, which ends without the closing 0.
    private static void AppendSingle(MessageBuilder request, Metric metric)
    {
        var name = metric.Oid.Encoded;
        request.AppendNull(metric.Kind == MetricKind.Scalar ? name[..^1] : name);
    }

    private static bool HasValue(SmiType type) =>
        type is not (SmiType.Null or SmiType.NoSuchObject or SmiType.NoSuchInstance or SmiType.EndOfMibView);

    // What the last pass found tells how many rows are left; one more shows that the columns end. After silence fewer are
    // asked for: there are paths on which a reply of more than one fragment never arrives.
    private int Repetitions(int most)
    {
        most = Math.Max(1, most >> Attempt);
        if (target.LastRows == 0 || columnsAsked < plan.Columns.Count)
            return most;
        var read = int.MaxValue;
        foreach (var column in plan.Columns)
            read = Math.Min(read, column.Rows);
        var left = target.LastRows - read;
        return left > 0 ? Math.Min(most, left + 1) : most;
    }

    private void TakeSingle(Metric metric, in VarBindView varBind, long utcTicks)
    {
        var name = metric.Oid.Encoded;
        if (metric.Kind == MetricKind.Column)
        {
            if (varBind.Type != SmiType.EndOfMibView && varBind.Name.Length > name.Length && varBind.Name.StartsWith(name))
                plan.Begin(metric);
            else
                plan.Missing(metric);
        }
        else if (varBind.Name.SequenceEqual(name) && HasValue(varBind.Type))
        {
            var value = varBind.ToValue();
            readings.Add(new Reading(metric, Instance.Scalar, value, utcTicks));
            Notice(metric, value);
        }
        else
        {
            plan.Missing(metric);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeRow(ColumnCursor column, in VarBindView varBind, long utcTicks)
    {
        if (column.Ended)
            return;
        var step = column.Take(in varBind, out var instance);
        if (step == Step.NotIncreasing)
            loopsCut++;
        if (step != Step.Row)
            return;
        rows++;
        longestColumn = Math.Max(longestColumn, column.Rows);
        if (HasValue(varBind.Type))
            readings.Add(new Reading(column.Metric, instance, varBind.ToValue(), utcTicks));
    }

    private void Notice(Metric metric, SmiValue value)
    {
        if (metric.Name == "sysUpTime" && value.IsNumber)
            sysUpTime = unchecked((uint)value.AsUnsigned);
        else if (metric.Name == "sysObjectID" && ObjectId.TryFromEncoded(value.Octets, out var id))
            plan.Recognise(id);
    }

    private bool GoOnAfter(ErrorStatus status, int index)
    {
        if (status is ErrorStatus.NoAccess or ErrorStatus.AuthorizationError && readings.Count == 0)
            return Finish(SnmpOutcome.Refused, status);
        if ((status == ErrorStatus.TooBig || (index == 0 && status != ErrorStatus.NoSuchName)) && budget > 1)
        {
            budget /= 2;
            return true;
        }
        // Version 1 errs for the whole request at the first object it lacks; so do some devices for one they cannot read.
        LeaveOut(Math.Max(index, 1) - 1);
        plan.DropEnded();
        return !plan.IsDone || Finish(readings.Count > 0 ? SnmpOutcome.Answered : SnmpOutcome.AgentError, status);
    }

    private void LeaveOut(int position)
    {
        if (position < singlesAsked)
        {
            var metric = plan.Singles[position];
            plan.Singles.RemoveAt(position);
            plan.Missing(metric);
        }
        else if (columnsAsked > 0)
        {
            plan.Columns[Math.Min(position - singlesAsked, columnsAsked - 1)].End();
        }
        else
        {
            plan.Singles.RemoveRange(0, singlesAsked);
        }
    }

    private bool Finish(SnmpOutcome outcome, ErrorStatus status = ErrorStatus.NoError, DecodeError decoding = DecodeError.None)
    {
        if (outcome == SnmpOutcome.Answered)
        {
            target.LastCount = readings.Count;
            target.LastRows = longestColumn;
        }
        var result = new TargetResult(readings)
        {
            Target = target,
            Outcome = outcome,
            Status = status,
            Decoding = decoding,
            Time = run.Clock.GetUtcNow(),
            RoundTrip = roundTripTicks is { } ticks ? run.Clock.GetElapsedTime(0, ticks) : null,
            SysUpTime = sysUpTime,
            Requests = requests,
            LoopsCut = loopsCut,
        };
        run.Complete(result);
        result.Expire();
        return false;
    }
}
