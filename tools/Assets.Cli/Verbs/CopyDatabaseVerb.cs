using System.CommandLine;
using Assets.Operations.Storage;

namespace Assets.Cli.Verbs;

internal static class CopyDatabaseVerb
{
    public static Command Make()
    {
        var to = new Option<string>("--to") { Description = "The connection string of an empty PostgreSQL database.", HelpName = "\"Host=…\"", Required = true };
        var command = new Command("copy-database", "Moves a SQLite installation to PostgreSQL whole, and proves it by recomputing every closed month there.") { to };
        command.SetAction(parsed => Act.On(installation =>
        {
            if (CopyDatabase.Run(installation, parsed.GetValue(to)!, Console.Error.WriteLine).TryGet(out var proved, out var refusal))
            {
                foreach (var (month, _) in proved.Months) Console.Out.WriteLine($"{month.Month} holds {month.Head}");
                Console.Error.WriteLine("Copied and proved. Set Assets:Database to the new database; the key ring stays where it is.");
                return ExitCode.Done;
            }
            return Act.Refuse(refusal.Code switch
            {
                CopyDatabase.SourceIsNotSqlite => $"{refusal.Detail} is not SQLite: there is nothing to copy from.",
                CopyDatabase.TargetIsNotPostgres => "--to has to name a PostgreSQL database: \"Host=SERVER;Database=NAME;Username=USER;Password=…\".",
                CopyDatabase.TargetIsNotEmpty => $"{refusal.Detail} holds data already. Create an empty database and name that; nothing was changed.",
                CopyDatabase.NotProved => $"The copy in {refusal.Detail} does not give the same months as the original. Do not use it; drop it and report this. The original is as it was.",
                _ => throw new InvalidOperationException($"No words for the refusal {refusal.Code}."),
            });
        }));
        return command;
    }
}
