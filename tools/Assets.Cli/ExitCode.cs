namespace Assets.Cli;

internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <summary>Done, but rows were rejected, or findings of severity stop are open, which keep a month from closing.</summary>
    public const int DoneWithFindings = 3;
}
