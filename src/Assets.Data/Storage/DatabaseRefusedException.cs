namespace Assets.Data.Storage;

/// <summary>The database cannot be used as things are; the message says what to do, and never holds a password.</summary>
public sealed class DatabaseRefusedException : Exception
{
    public DatabaseRefusedException(string message)
        : base(message)
    {
    }

    public DatabaseRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
