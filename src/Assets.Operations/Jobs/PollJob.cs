using Assets.Operations.Monitoring;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>One pass over all devices. Never two at a time: a pass that takes longer than the interval delays the next.</summary>
[DisallowConcurrentExecution]
internal sealed class PollJob(PollDevices poll) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await poll.RunAsync(onlyDue: true, cancel: cancellationToken);
}
