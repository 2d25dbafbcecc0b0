using Assets.Data.Storage;
using Assets.Operations;

namespace Assets.Cli;

/// <summary>Runs a verb against the installation, and says what to do where the database or a file refuses.</summary>
internal static class Act
{
    /// <summary>With a database that is there already, brought to this version: who asks for what is in it wants no new, empty one made in a wrong place.</summary>
    public static int On(Func<Installation, int> verb) => OnSettings(installation =>
        Schema.IsThere(installation.Database)
            ? Ensured(installation, verb)
            : Refuse($"There is no database of this program at {installation.Database.Description}: {SettingsFolder.WhereDatabaseIsSet(installation.Settings)}. Nothing was made there. ASSETS_ROOT names the folder of other settings; assets setup, serve, or an import that is no dry run make a new database."));

    /// <summary>With a database that is made where there is none: for the verbs by which an installation begins.</summary>
    public static int OnNew(Func<Installation, int> verb) => OnSettings(installation => Ensured(installation, verb));

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

    private static int Ensured(Installation installation, Func<Installation, int> verb)
    {
        Schema.Ensure(installation.Database, Console.Error.WriteLine);
        return verb(installation);
    }
}
