using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>A conversation whose end somebody awaits. Continuations run elsewhere, never on the loop's thread.</summary>
internal abstract class AwaitedConversation<T>(Agent agent) : Conversation(agent)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<T> WaitAsync(CancellationToken cancellation)
    {
        await using var registration = cancellation.Register(() =>
        {
            Cancel();
            completion.TrySetCanceled(cancellation);
        });
        return await completion.Task;
    }

    public override void Abort(Exception fault) => completion.TrySetException(fault);

    protected void Answer(T result) => completion.TrySetResult(result);

    protected static SnmpOutcome Refusal(ErrorStatus status) =>
        status is ErrorStatus.NoAccess or ErrorStatus.AuthorizationError ? SnmpOutcome.Refused : SnmpOutcome.AgentError;
}
