using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>A finding as a month's files tell of it: with who accepted it, when, for how long and why, where somebody did.</summary>
/// <param name="AcceptedThrough">The last day on which the acceptance holds; none where it holds for good, or there is none.</param>
public sealed record StatementFinding(Finding Finding, string? AcceptedBy = null, DateTimeOffset? AcceptedAt = null, DateOnly? AcceptedThrough = null, string? Reason = null);
