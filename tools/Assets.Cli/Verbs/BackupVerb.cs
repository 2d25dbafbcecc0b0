using System.CommandLine;
using Assets.Operations.Storage;

namespace Assets.Cli.Verbs;

internal static class BackupVerb
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to write; it must not exist." };
        var command = new Command("backup", $"Copies the database as of one moment, while others work, with the key ring under a passphrase ({Passphrase.Variable}).") { file };
        command.SetAction(parsed => Act.On(installation =>
        {
            var target = parsed.GetValue(file)!.FullName;
            if (BackUp.Run(installation, target, Passphrase.Read(), Console.Error.WriteLine).TryGet(out var written, out var refusal))
            {
                Console.Out.WriteLine($"{written.FullName} {written.Length} bytes");
                return ExitCode.Done;
            }
            return Act.Refuse(refusal.Code switch
            {
                BackUp.FileExists => $"{refusal.Detail} exists already. Name another file.",
                BackUp.PassphraseMissing => $"The backup holds the key ring ({refusal.Detail}) and needs a passphrase: set {Passphrase.Variable}. Keep it; without it the SNMP communities cannot be read again.",
                _ => throw new InvalidOperationException($"No words for the refusal {refusal.Code}."),
            });
        }));
        return command;
    }
}
