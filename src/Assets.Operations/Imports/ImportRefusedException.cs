namespace Assets.Operations.Imports;

/// <summary>The file as a whole cannot be imported; the message says why and what to do. Nothing was changed.</summary>
public sealed class ImportRefusedException : Exception
{
    public ImportRefusedException(string message)
        : base(message)
    {
    }

    public ImportRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
