using Assets.Operations.Ordering;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>Reminds of deliveries that nobody has confirmed.</summary>
[DisallowConcurrentExecution]
internal sealed class ConfirmationJob(Installation installation) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        context.Result = RemindConfirmations.Run(installation with { Actor = "assets" });
        return ValueTask.CompletedTask;
    }
}
