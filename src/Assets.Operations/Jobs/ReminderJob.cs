using Assets.Operations.Ordering;
using Assets.Operations.Standard;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>Reminds those whom orders, and once a year the revision of the standard, wait for.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(Installation installation) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        context.Result = (RemindApprovers.Run(installation, cancellationToken), RemindConfirmations.Run(installation, cancellationToken), RemindRevision.Run(installation, cancellationToken));
        return ValueTask.CompletedTask;
    }
}
