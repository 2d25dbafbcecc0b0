using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>Every finding that a month can have, with its severity in one table. Only <see cref="Severity.Stop"/> keeps a month from closing.</summary>
public static class FindingCodes
{
    /// <summary>Days are to be charged and no component has a rate.</summary>
    public const string UnpricedLine = "unpriced_line";

    /// <summary>Something is charged and there is no cost code to charge.</summary>
    public const string MissingCode = "missing_code";

    /// <summary>The cost code is not valid on all the days charged.</summary>
    public const string ExpiredCode = "expired_code";

    /// <summary>An asset is in use and no contract line charges for it.</summary>
    public const string AssetWithoutContract = "asset_without_contract";

    /// <summary>A contract line charges for an asset that is in stock, retired, disposed or lost.</summary>
    public const string ContractOnRetiredAsset = "contract_on_retired_asset";

    /// <summary>The line was changed after it was last charged.</summary>
    public const string ChangedLine = "changed_line";

    /// <summary>A month before this one was never closed.</summary>
    public const string MonthGap = "month_gap";

    public static IReadOnlyDictionary<string, Severity> Severities { get; } = new Dictionary<string, Severity>(StringComparer.Ordinal)
    {
        [UnpricedLine] = Severity.Stop,
        [MissingCode] = Severity.Stop,
        [ExpiredCode] = Severity.Stop,
        [AssetWithoutContract] = Severity.Note,
        [ContractOnRetiredAsset] = Severity.Note,
        [ChangedLine] = Severity.Note,
        [MonthGap] = Severity.Note,
    };

    /// <exception cref="KeyNotFoundException">The code is not in the table.</exception>
    public static Finding Find(string code, string record, string detail) => new(code, Severities[code], record, detail);
}
