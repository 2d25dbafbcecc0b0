namespace Assets.Core.Monitoring;

/// <summary>How sure it is that a found device is the asset proposed.</summary>
public enum Certainty
{
    /// <summary>Nothing in the register fits.</summary>
    None = 0,

    /// <summary>Several found devices lay claim to the same asset: a person has to look.</summary>
    Doubtful = 1,

    /// <summary>The device's name is the asset's tag.</summary>
    Likely = 2,

    /// <summary>The device's serial number is the asset's.</summary>
    Certain = 3,
}

/// <summary>What a device on the network says of itself; keys folded as the register's are, null where it says nothing.</summary>
/// <param name="Name">The device's place in the caller's list, given back with the proposal.</param>
public sealed record FoundDevice(string Name, string? SerialKey, string? NameKey);

/// <summary>What the register knows of an asset that may be one of them.</summary>
public sealed record RegisteredAsset(string Tag, string TagKey, string? SerialKey);

/// <summary>The asset that a found device probably is.</summary>
public sealed record MatchProposal(FoundDevice Device, string? AssetTag, Certainty Certainty);

/// <summary>
/// Finds what on the network is what in the register. The serial number decides; the name only where the serial tells nothing.
/// Example: a switch that says serial S1 and name IT-7 is asset IT-3 where that has serial S1, whatever IT-7 may be.
/// </summary>
public static class Reconciliation
{
    /// <summary>One proposal for each device, in the order given.</summary>
    public static IReadOnlyList<MatchProposal> Propose(IReadOnlyList<FoundDevice> devices, IEnumerable<RegisteredAsset> assets)
    {
        var bySerial = new Dictionary<string, RegisteredAsset>(StringComparer.Ordinal);
        var byTag = new Dictionary<string, RegisteredAsset>(StringComparer.Ordinal);
        foreach (var asset in assets)
        {
            byTag[asset.TagKey] = asset;
            if (asset.SerialKey is not null) bySerial[asset.SerialKey] = asset;
        }
        var proposals = devices.Select(device => Propose(device, bySerial, byTag)).ToList();
        var claims = proposals.Where(p => p.AssetTag is not null).CountBy(p => p.AssetTag!).ToDictionary();
        return [.. proposals.Select(p => p.AssetTag is not null && claims[p.AssetTag] > 1 ? p with { Certainty = Certainty.Doubtful } : p)];
    }

    private static MatchProposal Propose(FoundDevice device, Dictionary<string, RegisteredAsset> bySerial, Dictionary<string, RegisteredAsset> byTag)
    {
        if (device.SerialKey is not null && bySerial.TryGetValue(device.SerialKey, out var asset)) return new(device, asset.Tag, Certainty.Certain);
        if (!TryName(device.NameKey, byTag, out asset)) return new(device, null, Certainty.None);
        // A name that says one thing and a serial that says another: somebody swapped the machine and kept its name.
        var contradicts = device.SerialKey is not null && asset.SerialKey is not null;
        return new(device, asset.Tag, contradicts ? Certainty.Doubtful : Certainty.Likely);
    }

    // Devices often say their name with the domain behind it: it-0042.example.org is IT-0042.
    private static bool TryName(string? name, Dictionary<string, RegisteredAsset> byTag, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RegisteredAsset? asset)
    {
        asset = null;
        return name is not null && (byTag.TryGetValue(name, out asset) || byTag.TryGetValue(name.Split('.')[0], out asset));
    }
}
