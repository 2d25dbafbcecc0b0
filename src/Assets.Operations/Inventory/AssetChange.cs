using Assets.Core.Inventory;

namespace Assets.Operations.Inventory;

/// <summary>What becomes of one asset. What is null stays as it is; an empty text empties the field.</summary>
/// <param name="ParentTag">The computer that a screen, a dock or a peripheral belongs to.</param>
/// <param name="UserAccount">An account name such as anna.berg; never a personal identity number.</param>
public sealed record AssetChange(
    string Tag,
    AssetState? State = null,
    string? SiteCode = null,
    string? Room = null,
    string? UserUnitCode = null,
    string? UserAccount = null,
    string? ParentTag = null,
    string? Note = null);

/// <param name="Unchanged">Assets that were as asked for already.</param>
public sealed record AssetsChanged(int Changed, int Unchanged);

/// <summary>Why assets are not changed. The detail begins with the asset's tag.</summary>
public static class AssetRefusals
{
    public const string UnknownAsset = "unknown_asset";
    public const string UnknownSite = "unknown_site";
    public const string UnknownUnit = "unknown_unit";

    /// <summary>The lifecycle has no such step. Detail: tag, the state it has, the one asked for.</summary>
    public const string NoSuchStep = "no_such_step";

    /// <summary>The step is one that somebody will ask about.</summary>
    public const string ReasonMissing = "reason_missing";

    /// <summary>Only screens, docks and peripherals are attached. Detail: tag.</summary>
    public const string NotAttachable = "not_attachable";

    /// <summary>Only computers and servers have something attached. Detail: tag, the tag asked for.</summary>
    public const string NotAComputer = "not_a_computer";

    /// <summary>Two changes of one asset in one act.</summary>
    public const string AssetTwice = "asset_twice";
}
