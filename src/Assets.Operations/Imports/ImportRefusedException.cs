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

    /// <summary>One of <see cref="ImportFaults.OfFiles"/>, which the web translates; empty where only a command line hears of it.</summary>
    public string Code { get; init; } = "";

    /// <summary>Data for the translation: the columns that lack, a name.</summary>
    public string Detail { get; init; } = "";
}
