using System.Net;
using Assets.Core.Monitoring;
using Assets.Core.Values;
using Assets.Data.Monitoring;
using Assets.Operations.Imports;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Operations.Monitoring;

/// <summary>A device that answered, what it says it is, and which asset of the register it probably is.</summary>
/// <param name="Version"><c>1</c> or <c>2c</c>.</param>
/// <param name="Community">Which of the communities given it answered to, from 1; never the community itself.</param>
/// <param name="Watched">The name under which it is polled already; null where it is not.</param>
public sealed record DiscoveredDevice(
    string Address,
    int Port,
    string Version,
    int Community,
    string? SysName,
    string? SysObjectId,
    string? SysDescr,
    string? Serial,
    string? AssetTag,
    Certainty Certainty,
    string? Watched);

/// <summary>One round over the addresses that are still silent.</summary>
/// <param name="Ordinal">What a device that answers is marked with.</param>
internal sealed record DiscoveryAttempt(SnmpVersion Version, Community Community, int Ordinal);

/// <summary>
/// Asks every address of a range who it is. In version 2c with the first community, the silent ones with the next, and what is still
/// silent in version 1. Nothing is changed: whether a device is put under watch is for a person to say.
/// </summary>
public static class DiscoverDevices
{
    /// <summary>On a local network an answer takes milliseconds: a second's patience and one repetition are plenty, and dead addresses are many.</summary>
    private static readonly ClientSettings Brisk = new() { Timeout = TimeSpan.FromSeconds(1), Retries = 1 };

    /// <summary>The devices in order of their addresses.</summary>
    /// <param name="progress">Gets how many addresses were asked and how many answered, after each round.</param>
    public static Task<IReadOnlyList<DiscoveredDevice>> RunAsync(
        Installation installation, AddressRange range, int port, IReadOnlyList<string> communities, IProgress<(int Asked, int Answered)>? progress = null, CancellationToken cancel = default) =>
        RunAsync(
            installation, range, port,
            [.. from version in new[] { SnmpVersion.V2c, SnmpVersion.V1 } from i in Enumerable.Range(0, communities.Count) select new DiscoveryAttempt(version, new Community(communities[i]), i + 1)],
            progress, cancel);

    /// <summary>The same with attempts in an order of the caller's: the silent ones of each are asked by the next.</summary>
    internal static async Task<IReadOnlyList<DiscoveredDevice>> RunAsync(
        Installation installation, AddressRange range, int port, IReadOnlyList<DiscoveryAttempt> attempts, IProgress<(int Asked, int Answered)>? progress = null, CancellationToken cancel = default)
    {
        using var client = new SnmpClient(Brisk, installation.Clock);
        var profile = Identity();
        var silent = range.Addresses().ToList();
        var found = new List<DiscoveredDevice>();
        foreach (var (version, community, ordinal) in attempts)
        {
            if (silent.Count == 0) break;
            var answered = new HashSet<IPAddress>();
            await new Poller(client).PollAsync(
                [.. silent.Select(address => new PollTarget("", new Agent(new IPEndPoint(address, port), version, community), profile))],
                result =>
                {
                    if (!PollOutcome.HasAnswered(result) || !answered.Add(result.Target.Agent.EndPoint.Address)) return;
                    found.Add(Describe(result, ordinal));
                },
                cancel);
            progress?.Report((silent.Count, answered.Count));
            silent.RemoveAll(answered.Contains);
        }
        return Match(installation, [.. found.OrderBy(d => IPAddress.Parse(d.Address).GetAddressBytes(), ByOctets)]);
    }

    private static readonly IComparer<byte[]> ByOctets = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    // What tells who a device is, of all that the full profile knows how to read.
    private static Profile Identity()
    {
        string[] names = ["sysDescr", "sysObjectID", "sysName", .. SerialNumber.Metrics];
        return new Profile("identity", [.. ProfileCatalog.Embedded.Families
            .Where(family => family.Profiles.Contains(Profile.DefaultName))
            .Select(family => family with { Metrics = [.. family.Metrics.Where(metric => names.Contains(metric.Name))] })
            .Where(family => family.Metrics.Count > 0)]);
    }

    private static DiscoveredDevice Describe(TargetResult result, int community)
    {
        var report = PollOutcome.Report(0, result);
        var agent = result.Target.Agent;
        return new DiscoveredDevice(
            agent.EndPoint.Address.ToString(), agent.EndPoint.Port, agent.Version == SnmpVersion.V1 ? "1" : "2c", community,
            report.SysName, report.SysObjectId, report.SysDescr, report.Serial, null, Certainty.None, null);
    }

    private static List<DiscoveredDevice> Match(Installation installation, List<DiscoveredDevice> found)
    {
        using var connection = installation.Database.Open();
        var watched = PolledDevice.Places(connection);
        var devices = found.Select(d => new FoundDevice(d.Address, Key(d.Serial), Key(d.SysName))).ToList();
        var tags = devices.Where(d => d.NameKey is not null).SelectMany(d => new[] { d.NameKey!, d.NameKey!.Split('.')[0] }).Distinct();
        var candidates = MatchCandidates.Find(connection, [.. devices.Select(d => d.SerialKey).OfType<string>().Distinct()], [.. tags]);
        return [.. found.Zip(Reconciliation.Propose(devices, candidates), (device, proposal) => device with
        {
            AssetTag = proposal.AssetTag,
            Certainty = proposal.Certainty,
            Watched = watched.TryGetValue((device.Address, device.Port), out var id) ? PolledDevice.NameOf(connection, id) : null,
        })];
    }

    private static string? Key(string? said) => string.IsNullOrWhiteSpace(said) ? null : Keys.Fold(said);
}
