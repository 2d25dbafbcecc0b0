using System.Text.Json;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <summary>What a mail's subject is, for a list of mails.</summary>
public static class MailSubject
{
    /// <param name="values">The mail's values as JSON.</param>
    public static string Of(string kind, string values, string language) =>
        MailTexts.In(language).Fill(kind + ".subject", JsonSerializer.Deserialize<Dictionary<string, string?>>(values, History.Json) ?? []);
}
