namespace Assets.Data.Messages;

/// <summary>An address that is told of what happens, and how far it has been told.</summary>
internal sealed class WebhookRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Address { get; set; }

    /// <summary>The events' words with blanks between; none: all.</summary>
    public string? Events { get; set; }

    /// <summary>What messages are signed with, encrypted with the key ring.</summary>
    public required string Secret { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The last act that it was told of, or that does not concern it. Kept here and not in memory: a new start goes on after it.</summary>
    public long Position { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Since when every attempt fails.</summary>
    public DateTimeOffset? FailingSince { get; set; }
    public DateTimeOffset? DisabledAt { get; set; }
}

/// <summary>One attempt to tell.</summary>
internal sealed class WebhookDeliveryRow
{
    public long Id { get; set; }
    public int WebhookId { get; set; }

    /// <summary>The message's own id, the same at every attempt.</summary>
    public required string Message { get; set; }
    public required string Event { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>The status that was answered; none where nothing was.</summary>
    public int? Status { get; set; }
    public string? Error { get; set; }
    public int Milliseconds { get; set; }
}
