namespace Assets.Operations.Standard;

/// <summary>Why an edition of the standard is not changed, proposed or decided.</summary>
public static class StandardRefusals
{
    public const string UnknownEdition = "unknown_edition";

    /// <summary>One draft or proposal at a time. Detail: its number.</summary>
    public const string DraftExists = "draft_exists";
    public const string NotADraft = "not_a_draft";
    public const string NotProposed = "not_proposed";

    /// <summary>Somebody has saved meanwhile. Detail: who.</summary>
    public const string ChangedMeanwhile = "changed_meanwhile";

    /// <summary>It cannot be proposed as it is. Detail: how many findings stop it.</summary>
    public const string EditionFindings = "edition_findings";

    /// <summary>A decision without its minute.</summary>
    public const string MinuteMissing = "minute_missing";
    public const string DecidedInFuture = "decided_in_future";

    /// <summary>The first day lies before the decision.</summary>
    public const string ValidBeforeDecision = "valid_before_decision";

    /// <summary>A decided edition begins on that day or later. Detail: its number and first day.</summary>
    public const string LaterEdition = "later_edition";

    /// <summary>The first day lies in a closed month. Detail: the last closed month.</summary>
    public const string ValidInClosedMonth = "valid_in_closed_month";

    /// <summary>Running lines cannot take the edition's price before it is in force. Detail: the day.</summary>
    public const string RunningLinesBefore = "running_lines_before";

    /// <summary>The edition does not say that running lines take its price.</summary>
    public const string NoRunningLines = "no_running_lines";

    /// <summary>It is not in force today, or will not be on the day for running lines.</summary>
    public const string EditionNotInForce = "edition_not_in_force";

    public static IReadOnlyList<string> All { get; } =
    [
        UnknownEdition, DraftExists, NotADraft, NotProposed, ChangedMeanwhile, EditionFindings, MinuteMissing, DecidedInFuture,
        ValidBeforeDecision, LaterEdition, ValidInClosedMonth, RunningLinesBefore, NoRunningLines, EditionNotInForce,
    ];
}
