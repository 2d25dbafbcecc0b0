using Assets.Operations.Imports;
using Assets.Operations.Messages;
using Assets.Operations.Monitoring;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>Removes what has been kept long enough.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Installation installation) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        context.Result = (RemoveOldSamples.Run(installation, cancellationToken), RemoveOldMails.Run(installation), Uploads.RemoveOld(installation));
        return ValueTask.CompletedTask;
    }
}
