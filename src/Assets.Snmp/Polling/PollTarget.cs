using Assets.Snmp.Client;
using Assets.Snmp.Profiles;

namespace Assets.Snmp.Polling;

/// <summary>
/// A device to poll and what to read from it. Keep the object from one pass to the next: it remembers how many values there were, so that the
/// next pass asks for neither too much nor too little.
/// </summary>
public sealed class PollTarget(string device, Agent agent, Profile profile)
{
    /// <summary>The caller's own name of the device; in files the address as it was given.</summary>
    public string Device { get; } = device;

    public Agent Agent { get; } = agent;

    public Profile Profile { get; } = profile;

    /// <summary>Readings of the last complete pass.</summary>
    internal int LastCount { get; set; }

    /// <summary>Rows of the longest column in the last complete pass.</summary>
    internal int LastRows { get; set; }

    public override string ToString() => $"{Device} ({Agent}, {Profile.Name})";
}
