using Assets.Core.Values;

namespace Assets.Core.Ledger;

/// <summary>
/// What is decided when a month is closed, beside its lines and charges. Not when and by whom: the same facts give the same head, in
/// two installations too; the act itself stands in the history, and verifying holds the month against it.
/// </summary>
/// <param name="PreviousHead">The head of the closed month before; <see cref="MonthChain.Genesis"/> for the first.</param>
/// <param name="Watermark">Number of the last change set that the month saw.</param>
/// <param name="SettledWatermark">Every change up to here has been corrected in closed months.</param>
/// <param name="AcceptReason">Why findings of severity stop were lived with; none where there were none.</param>
public sealed record ClosingAct(
    BillingMonth Month, string PreviousHead, long Watermark, long SettledWatermark, int RulesVersion, string? AcceptReason);
