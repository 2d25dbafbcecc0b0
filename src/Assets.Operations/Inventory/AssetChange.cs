using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;

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
    string? Note = null)
{
    /// <summary>What was bought, where that is to be corrected too.</summary>
    public AssetPurchase? Purchase { get; init; }

    /// <summary>The disposal firm's certificate, with the step to disposed.</summary>
    public string? Certificate { get; init; }

    /// <summary>Somebody's word that it has been wiped, with the step to disposed; written down where one is asked for.</summary>
    public WipeWord? Wiped { get; init; }

    /// <summary>The change set that the asset was last changed in when it was shown; none: whatever it is now is changed.</summary>
    public long? Seen { get; init; }

    /// <summary>Where the one who acts may change assets: what he names beside this one is looked up there, and nothing is told of what lies outside.</summary>
    public Reach Within { get; init; } = Reach.Everywhere;
}

/// <param name="WipedBy">Who answers for it.</param>
public sealed record WipeWord(string Method, string WipedBy)
{
    public bool IsGiven => !string.IsNullOrWhiteSpace(Method) && !string.IsNullOrWhiteSpace(WipedBy);
}

/// <summary>What an asset is and was bought for, all of it as it is to stand; an empty text is none.</summary>
public sealed record AssetPurchase(string ModelCode, string? Serial, DateOnly? PurchasedOn, Money Price, string? SupplierCode, DateOnly? WarrantyUntil);

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

    /// <summary>A tag or serial longer than 100 characters, or with control characters. Detail: what was given.</summary>
    public const string UnusableKey = "unusable_key";

    /// <summary>The kind of the model needs a serial. Detail: the tag, where one was given.</summary>
    public const string SerialMissing = "serial_missing";

    /// <summary>Detail: the serial, the tag of the asset that has it.</summary>
    public const string DuplicateSerial = "duplicate_serial";

    /// <summary>Detail: the tag.</summary>
    public const string DuplicateTag = "duplicate_tag";

    /// <summary>Every number of the pattern is taken. Detail: its last.</summary>
    public const string NoFreeTag = "no_free_tag";

    public const string UnknownModel = "unknown_model";
    public const string UnknownSupplier = "unknown_supplier";

    /// <summary>The asset was changed by somebody else since it was shown. Detail: its tag.</summary>
    public const string ChangedMeanwhile = "asset_changed_meanwhile";

    /// <summary>Before it leaves the house, somebody has to say that no data is left on it. Detail: its tag.</summary>
    public const string WipeMissing = "asset_wipe_missing";

    /// <summary>A contract line charges for it, and has to be returned, swapped or reported lost there. Detail: its tag, the line's code.</summary>
    public const string RentedOut = "asset_rented_out";

    /// <summary>A disposal needs the disposal firm's certificate. Detail: its tag.</summary>
    public const string CertificateMissing = "certificate_missing";

    /// <summary>A personal identity number as account or in the note; the register holds none. Detail: tag.</summary>
    public const string PersonalNumberGiven = "asset_personal_number";

    /// <summary>An amount below nothing. Detail: tag, amount.</summary>
    public const string NegativePrice = "negative_price";

    /// <summary>A day later than today. Detail: tag, day.</summary>
    public const string DayAhead = "day_ahead";

    /// <summary>Nothing was scanned or chosen.</summary>
    public const string NothingGiven = "nothing_given";

    /// <summary>More at once than a person could check. Detail: the most.</summary>
    public const string TooMany = "too_many";

    public static IReadOnlyList<string> All { get; } =
    [
        UnknownAsset, UnknownSite, UnknownUnit, NoSuchStep, ReasonMissing, NotAttachable, NotAComputer, AssetTwice, UnusableKey, SerialMissing, DuplicateSerial,
        DuplicateTag, NoFreeTag, UnknownModel, UnknownSupplier, ChangedMeanwhile, WipeMissing, RentedOut, CertificateMissing, PersonalNumberGiven, NegativePrice, DayAhead, NothingGiven, TooMany,
    ];
}
