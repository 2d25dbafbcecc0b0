using System.Threading.Channels;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;

namespace Assets.Web.Security;

/// <summary>
/// Writes down when tokens were used, a minute at a time, beside the calls: on SQLite a writer may wait long for another one, and no
/// call must wait for a note about itself.
/// </summary>
internal sealed class TokenUses(Installation installation, ILogger<TokenUses> log) : BackgroundService
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(1);
    private readonly Channel<(int Token, DateTimeOffset At)> waiting = Channel.CreateBounded<(int, DateTimeOffset)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Tell(CheckedToken token)
    {
        var now = installation.Clock.GetUtcNow();
        if (token.LastUsedAt is null || now - token.LastUsedAt >= AtMostEvery) waiting.Writer.TryWrite((token.Id, now)); // one lost where a thousand wait is told by the next call
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (token, at) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                ApiTokens.MarkUsed(installation.Database, token, at, AtMostEvery);
            }
            catch (System.Data.Common.DbException fault)
            {
                log.LogWarning(fault, "It could not be written down that a token was used");
            }
        }
    }
}
