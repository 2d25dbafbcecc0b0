using Assets.Operations.Messages;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>One pass over the outbox. What the server said is logged where a pass ended early; the mails wait, and the page of mails shows it.</summary>
[DisallowConcurrentExecution]
internal sealed class MailJob(Installation installation, ILogger<MailJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var done = await SendMails.RunAsync(installation, cancellationToken);
        if (done.Trouble is { } trouble && trouble != MailRefusals.NotSetUp) log.LogWarning("Mails wait: {Trouble}", trouble);
        if (done.Failed > 0) log.LogWarning("{Count} mails were refused for good", done.Failed);
        context.Result = done;
    }
}
