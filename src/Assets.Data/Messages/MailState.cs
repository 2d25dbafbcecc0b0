namespace Assets.Data.Messages;

/// <summary>How far a mail has come. The numbers are stored: they never change.</summary>
public enum MailState
{
    Waiting = 0,

    /// <summary>A sender has it in hand.</summary>
    Sending = 1,
    Sent = 2,

    /// <summary>Given up: refused for good, or put off for too long. Somebody may send it again.</summary>
    Failed = 3,
}
