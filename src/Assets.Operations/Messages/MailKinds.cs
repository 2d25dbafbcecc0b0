using System.Collections.Frozen;

namespace Assets.Operations.Messages;

/// <summary>What mails there are. The name is the text's and is stored with each mail.</summary>
public static class MailKinds
{
    public const string OrderToApprove = "order_to_approve";
    public const string OrderReminder = "order_reminder";
    public const string OrderAbove = "order_above";
    public const string OrderStranded = "order_stranded";
    public const string Delegated = "delegated";
    public const string DelegatedForYou = "delegated_for_you";
    public const string ClosingToApprove = "closing_to_approve";
    public const string RevisionDue = "revision_due";
    public const string SecondFactorReset = "second_factor_reset";
    public const string Test = "test";

    // What cannot wait for the digest of the next morning: it holds from today, or somebody else has touched the account.
    private static readonly FrozenSet<string> AtOnce = FrozenSet.Create(StringComparer.Ordinal, Delegated, DelegatedForYou, SecondFactorReset, Test);

    public static IReadOnlyList<string> All { get; } =
    [
        OrderToApprove, OrderReminder, OrderAbove, OrderStranded, "order_to_review", "order_accepted", "order_approved", "order_reviewed", "order_rejected", "order_cancelled", "order_partly_cancelled",
        "order_commented", "order_taken_on", "order_promised", "order_purchased", "order_delivered", "delivery_to_confirm", "delivery_reminder",
        Delegated, DelegatedForYou, ClosingToApprove, RevisionDue, SecondFactorReset, Test,
    ];

    /// <summary>Whether it may come in the digest, for who has chosen one mail a day.</summary>
    public static bool BearsWaiting(string kind) => !AtOnce.Contains(kind);
}
