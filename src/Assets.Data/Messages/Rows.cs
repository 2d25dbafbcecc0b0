namespace Assets.Data.Messages;

/// <summary>A mail that is to be sent: written in the same transaction as what it tells of, so that none is lost and none is sent for something that was rolled back.</summary>
internal sealed class MailRow
{
    public long Id { get; set; }

    /// <summary>What it is about and for whom, such as <c>order/17/submitted/5</c>: the same is never written twice.</summary>
    public required string Key { get; set; }
    public int? UserId { get; set; }
    public required string Address { get; set; }
    public required string Language { get; set; }

    /// <summary>The text's name among the templates, and what goes into it as JSON: written out in the reader's language when it is sent.</summary>
    public required string Template { get; set; }
    public required string Values { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }
    public int Attempts { get; set; }
    public MailState State { get; set; }

    /// <summary>Until when the sender that took it may have it: after that it was killed, and another takes the mail.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>Whether it goes with the others of its day in one mail.</summary>
    public bool IsDigest { get; set; }

    /// <summary>The first of those that go in one mail, fixed at the first attempt: a later one sends the very same mail.</summary>
    public long? ParcelId { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? LastError { get; set; }
}
