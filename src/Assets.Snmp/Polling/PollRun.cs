using Assets.Snmp.Client;

namespace Assets.Snmp.Polling;

/// <summary>One pass over targets: counts what comes in and ends when all have ended.</summary>
internal sealed class PollRun(int targets, Action<TargetResult> completed, ReadingLoans loans, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int left = targets;

    public TimeProvider Clock { get; } = clock;

    public ReadingLoans Loans { get; } = loans;

    public Task Completion => completion.Task;

    public int Ok { get; private set; }

    public int Failed { get; private set; }

    public long Readings { get; private set; }

    /// <summary>From the loops' threads; one result at a time reaches the caller, none after the pass has ended.</summary>
    public void Complete(TargetResult result)
    {
        lock (gate)
        {
            if (completion.Task.IsCompleted)
                return;
            if (result.Outcome == SnmpOutcome.Answered)
                Ok++;
            else
                Failed++;
            Readings += result.ReadingCount;
            try
            {
                completed(result);
            }
            catch (Exception e)
            {
                // The caller's own fault goes back to the caller, and must not take the loop with it.
                Abort(e);
                return;
            }
            if (--left == 0)
                completion.TrySetResult();
        }
    }

    public void Abort(Exception fault) => completion.TrySetException(fault);

    public void Cancel(CancellationToken cancellation)
    {
        lock (gate)
            completion.TrySetCanceled(cancellation);
    }
}
