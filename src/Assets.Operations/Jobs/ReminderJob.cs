using Assets.Operations.Ordering;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>Reminds those whom orders wait for.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(Installation installation) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        context.Result = (RemindApprovers.Run(installation, cancellationToken), RemindConfirmations.Run(installation, cancellationToken));
        return ValueTask.CompletedTask;
    }
}
