using Assets.Data.Storage;
using Assets.Operations;

namespace Assets.Cli;

/// <summary>Runs a verb against the installation, and says what to do where the database or a file refuses.</summary>
internal static class Act
{
    /// <summary>With a database of this version, made or upgraded where it has to be.</summary>
    public static int On(Func<Installation, int> verb) => OnSettings(installation =>
    {
        // Whoever expected another one learns which setting led here.
        if (Schema.Ensure(installation.Database, Console.Error.WriteLine))
            Console.Error.WriteLine($"It is new and empty: {SettingsFolder.WhereDatabaseIsSet(installation.Settings)}. ASSETS_ROOT names the folder of other settings.");
        return verb(installation);
    });

    /// <summary>With the settings alone, for a verb that has its own way with the database.</summary>
    public static int OnSettings(Func<Installation, int> verb)
    {
        Installation? installation = null;
        try
        {
            installation = Installation.Read(SettingsFolder.Find(), Environment.UserName);
            return verb(installation);
        }
        catch (DatabaseRefusedException refused)
        {
            return Refuse(refused.Message);
        }
        catch (Exception e) when (installation?.Database.Explain(e) is { } message)
        {
            return Refuse(message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{e.Message} Check that the folder exists, that there is room, and that this account may write there.");
        }
    }

    public static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.Failed;
    }
}
