using Assets.Data.Monitoring;

namespace Assets.Operations.Monitoring;

/// <summary>Removes samples older than the installation keeps them. Last values and status changes stay.</summary>
public static class RemoveOldSamples
{
    /// <returns>How many were removed.</returns>
    public static long Run(Installation installation, CancellationToken cancel = default) =>
        OldSamples.RemoveBefore(installation.Database, installation.Clock.GetUtcNow() - PollSettings.KeepSamples(installation), cancel);
}
