namespace Assets.Cli;

/// <summary>Secrets come by the environment: an option would stand in the process list and the shell's history.</summary>
internal static class Passphrase
{
    public const string Variable = "ASSETS_PASSPHRASE";

    public static string? Read() => Environment.GetEnvironmentVariable(Variable);
}
