using Assets.Core.Values;
using Assets.Operations;
using Assets.Seed.Fleet;
using Assets.Seed.Loading;
using Assets.Seed.Story;

namespace Assets.Seed;

/// <summary>
/// Three invented municipalities that share an IT unit, with a year behind them: told act by act, each done by the operation that the
/// product has for it, on the day it happened.
/// </summary>
public static class DemoMunicipality
{
    /// <summary>The story in an empty database that has its schema.</summary>
    /// <param name="tell">Told each month as the story reaches it.</param>
    public static void Load(Installation installation, DemoSettings settings, Action<string>? tell = null, CancellationToken cancel = default) =>
        Load(installation, settings, DemoPasswords.Invent(), tell, cancel);

    internal static void Load(Installation installation, DemoSettings settings, DemoPasswords passwords, Action<string>? tell, CancellationToken cancel)
    {
        var clock = new StoryClock(installation.Clock);
        BillingMonth? reached = null;
        foreach (var act in Year.Tell(settings, passwords).Acts)
        {
            cancel.ThrowIfCancellationRequested();
            var month = BillingMonth.Of(DateOnly.FromDateTime(act.At.DateTime));
            if (month != reached) tell?.Invoke(month.ToString());
            reached = month;
            clock.Set(act.At);
            act.Do(installation with { Clock = clock, Actor = act.Actor });
        }
    }

    /// <summary>The devices that the demo polls, wherever and whenever they are asked for.</summary>
    public static IReadOnlyList<PolledDevice> Devices(DemoSettings settings) => new Plot(settings).Devices;
}
