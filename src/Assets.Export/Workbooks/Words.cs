using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>The language of what people read in a file.</summary>
public enum Language
{
    Swedish,
    English,
}

/// <summary>The texts of workbooks and CSV files, bound by the glossary. Required members: a language that lacks one does not compile.</summary>
internal sealed partial record Words
{
    public required string Summary { get; init; }
    public required string ByUnit { get; init; }
    public required string AllCharges { get; init; }
    public required string Corrections { get; init; }
    public required string Control { get; init; }

    public required string Charge { get; init; }
    public required string Customer { get; init; }
    public required string CustomerName { get; init; }
    public required string Month { get; init; }
    public required string Line { get; init; }
    public required string AssetTag { get; init; }
    public required string Asset { get; init; }
    public required string Unit { get; init; }
    public required string UnitName { get; init; }
    public required string CostCode { get; init; }
    public required string CostCodeName { get; init; }
    public required string Component { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Days { get; init; }
    public required string Quantity { get; init; }
    public required string Amount { get; init; }
    public required string CorrectionOf { get; init; }
    public required string CorrectionRow { get; init; }
    public required string OldRow { get; init; }
    public required string NewRow { get; init; }
    public required string MonthClosed { get; init; }
    public required string Closed { get; init; }
    public required string NotClosed { get; init; }

    public required string Title { get; init; }
    public required string Everyone { get; init; }
    public required string Preliminary { get; init; }
    public required string AsOf { get; init; }
    public required string PerCustomer { get; init; }
    public required string PerComponent { get; init; }
    public required string Rows { get; init; }
    public required string Charges { get; init; }
    public required string CorrectionAmount { get; init; }
    public required string Net { get; init; }
    public required string Sum { get; init; }
    public required string SumOfRows { get; init; }
    public required string Stored { get; init; }
    public required string Check { get; init; }
    public required string Agrees { get; init; }
    public required string Differs { get; init; }

    public required string Debit { get; init; }
    public required string Credit { get; init; }
    public required string CorrectionRows { get; init; }
    public required string Head { get; init; }
    public required string NoHead { get; init; }
    public required string ClosedAt { get; init; }
    public required string ClosedBy { get; init; }
    public required string ProgramVersion { get; init; }
    public required string Counterparty { get; init; }

    public required string Rent { get; init; }
    public required string Capital { get; init; }
    public required string Support { get; init; }

    public required string EffectTitle { get; init; }
    public required string EffectRows { get; init; }
    public required string EffectAgainst { get; init; }
    public required string ProductCode { get; init; }
    public required string ProductName { get; init; }
    public required string Lines { get; init; }
    public required string MonthBefore { get; init; }
    public required string MonthAfter { get; init; }
    public required string WhenRenewed { get; init; }
    public required string FirstYear { get; init; }
    public required string PerProduct { get; init; }
    public required string OutsideProducts { get; init; }
    public required string ValidFrom { get; init; }
    public required string Interest { get; init; }

    public required string Findings { get; init; }
    public required string Finding { get; init; }
    public required string StopsClosing { get; init; }
    public required string FindingAbout { get; init; }
    public required string FindingDetail { get; init; }
    public required string FindingState { get; init; }
    public required string FindingOpen { get; init; }
    public required string FindingAccepted { get; init; }
    public required string AcceptedBy { get; init; }
    public required string AcceptedAt { get; init; }
    public required string AcceptedThrough { get; init; }
    public required string AcceptReason { get; init; }
    public required string UnpricedLine { get; init; }
    public required string MissingCode { get; init; }
    public required string ExpiredCode { get; init; }
    public required string AssetWithoutContract { get; init; }
    public required string ContractOnRetiredAsset { get; init; }
    public required string ChangedLine { get; init; }
    public required string MonthGap { get; init; }
    public required string OneCorrection { get; init; }
    public required string ManyCorrections { get; init; }

    public static Words Of(Language language) => language switch
    {
        Language.Swedish => Swedish,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No texts in this language."),
    };

    /// <summary>What a month's finding is called; one that has no word yet is shown by its code.</summary>
    public string FindingName(string code) => code switch
    {
        FindingCodes.UnpricedLine => UnpricedLine,
        FindingCodes.MissingCode => MissingCode,
        FindingCodes.ExpiredCode => ExpiredCode,
        FindingCodes.AssetWithoutContract => AssetWithoutContract,
        FindingCodes.ContractOnRetiredAsset => ContractOnRetiredAsset,
        FindingCodes.ChangedLine => ChangedLine,
        FindingCodes.MonthGap => MonthGap,
        _ => code,
    };

    /// <summary>A finding's detail with its words and units in the language: <c>IT0000020 – Utrangerad</c>, <c>2 rättelserader</c>.</summary>
    public string DetailOf(Finding finding, Language language) => finding.Code switch
    {
        FindingCodes.ContractOnRetiredAsset when Core.Chargeback.FindingDetail.TryAsset(finding.Detail, out var tag, out var state) => $"{tag} – {RegisterWords.Of(language).Of(state)}",
        FindingCodes.ChangedLine => $"{finding.Detail} {(finding.Detail == "1" ? OneCorrection : ManyCorrections)}",
        _ => finding.Detail,
    };

    /// <summary>The word for a component that the product itself knows; a surcharge keeps the name it was given.</summary>
    public string ComponentName(string component) => component switch
    {
        "rent" => Rent,
        "capital" => Capital,
        "support" => Support,
        _ => component,
    };
}
