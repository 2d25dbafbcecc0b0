using Assets.Operations.Messages;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>Tells webhooks of what has happened since the last time.</summary>
[DisallowConcurrentExecution]
internal sealed class WebhookJob(TellWebhooks teller) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => context.Result = await teller.Run(cancellationToken);
}
