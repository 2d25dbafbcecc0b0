namespace Assets.Operations.Monitoring;

/// <summary>How a device is reached and what is read from it.</summary>
/// <param name="AssetTag">The asset that it is; null for one that is polled but not in the register.</param>
/// <param name="Address">An IP address or a host name.</param>
/// <param name="Version">1, or 2 for 2c.</param>
/// <param name="Community">Null keeps the one stored, when a device is changed.</param>
public sealed record DeviceSettings(
    string Name,
    string? AssetTag,
    string Address,
    int Port = 161,
    int Version = 2,
    string? Community = null,
    string Profile = "full",
    bool Enabled = true)
{
    /// <summary>Without the community.</summary>
    public override string ToString() => $"{Name} at {Address}:{Port}";
}

/// <summary>A device as it was registered.</summary>
public sealed record RegisteredDevice(int Id);

/// <summary>Why a device is not registered or changed.</summary>
public static class DeviceRefusals
{
    /// <summary>No device has this id. Detail: the id.</summary>
    public const string UnknownDevice = "unknown_device";

    /// <summary>Detail: the tag.</summary>
    public const string UnknownAsset = "unknown_asset";

    public const string NameMissing = "name_missing";

    /// <summary>Neither an IP address nor a host name. Detail: what was given.</summary>
    public const string BadAddress = "bad_address";

    /// <summary>Not 1 to 65 535. Detail: what was given.</summary>
    public const string BadPort = "bad_port";

    /// <summary>Neither 1 nor 2. Detail: what was given.</summary>
    public const string UnsupportedVersion = "unsupported_version";

    /// <summary>A new device needs one.</summary>
    public const string CommunityMissing = "community_missing";

    /// <summary>Over 255 octets.</summary>
    public const string CommunityTooLong = "community_too_long";

    /// <summary>Detail: what was given.</summary>
    public const string UnknownProfile = "unknown_profile";

    /// <summary>Another device has this address and port. Detail: its name.</summary>
    public const string AddressTaken = "address_taken";
}
