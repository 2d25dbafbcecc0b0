namespace Assets.Operations.Monitoring;

/// <summary>How a device is reached and what is read from it.</summary>
/// <param name="AssetTag">The asset that it is; null for one that is polled but not in the register.</param>
/// <param name="Address">An IP address or a host name.</param>
/// <param name="Version">1, or 2 for 2c.</param>
/// <param name="Community">Null keeps the one stored, when a device is changed.</param>
/// <param name="CredentialId">The credential that tells version and community; with one the device has none of its own.</param>
/// <param name="PollSeconds">How long to wait between two readings; null for each pass.</param>
public sealed record DeviceSettings(
    string Name,
    string? AssetTag,
    string Address,
    int Port = 161,
    int Version = 2,
    string? Community = null,
    string Profile = "full",
    bool Enabled = true,
    int? CredentialId = null,
    int? PollSeconds = null)
{
    public const string DefaultProfile = Snmp.Profiles.Profile.DefaultName;

    /// <summary>The names of what can be read, for choosing one.</summary>
    public static IReadOnlyList<string> Profiles { get; } = [.. Snmp.Profiles.ProfileCatalog.Embedded.Profiles.Select(profile => profile.Name).Order(StringComparer.Ordinal)];

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

    /// <summary>A new device needs one, and none can be empty.</summary>
    public const string CommunityMissing = "community_missing";

    /// <summary>Over 255 octets.</summary>
    public const string CommunityTooLong = "community_too_long";

    /// <summary>Detail: what was given.</summary>
    public const string UnknownProfile = "unknown_profile";

    /// <summary>Another device has this address and port. Detail: its name.</summary>
    public const string AddressTaken = "address_taken";

    /// <summary>Somebody else was faster. Detail: the name.</summary>
    public const string ChangedMeanwhile = "device_changed_meanwhile";

    /// <summary>Detail: its number.</summary>
    public const string UnknownCredential = "unknown_credential";

    /// <summary>Detail: the name.</summary>
    public const string CredentialNameTaken = "credential_name_taken";

    /// <summary>Not 1 second to a day. Detail: what was given.</summary>
    public const string BadInterval = "bad_interval";

    /// <summary>No range of at most 65 536 IPv4 addresses. Detail: what was given.</summary>
    public const string BadRange = "bad_range";

    public const string NoCredentialChosen = "no_credential_chosen";

    public static IReadOnlyList<string> All { get; } =
    [
        UnknownDevice, UnknownAsset, NameMissing, BadAddress, BadPort, UnsupportedVersion, CommunityMissing, CommunityTooLong, UnknownProfile, AddressTaken,
        ChangedMeanwhile, UnknownCredential, CredentialNameTaken, BadInterval, BadRange, NoCredentialChosen, PollOutcome.UnreadableCommunity,
    ];
}
