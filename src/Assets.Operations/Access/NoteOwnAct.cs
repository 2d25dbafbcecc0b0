using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <summary>Writes into the audit trail what a person did with the own way of signing in: that it was done, never the secret.</summary>
public static class NoteOwnAct
{
    public const string AuthenticatorOn = "turn on authenticator";
    public const string AuthenticatorOff = "turn off authenticator";
    public const string NewCodes = "new recovery codes";
    public const string PasskeyAdded = "add passkey";
    public const string PasskeyRemoved = "remove passkey";

    public static void Run(Installation installation, string verb)
    {
        using var writing = Writing.Begin(installation.Database);
        writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, null, installation.Actor);
        writing.Commit();
    }
}
