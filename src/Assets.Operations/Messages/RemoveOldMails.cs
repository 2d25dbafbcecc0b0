using System.Globalization;
using Assets.Data.Messages;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <summary>Removes mails that were sent long ago: they name people and say what they were told. What was never sent stays.</summary>
public static class RemoveOldMails
{
    private const int DaysByDefault = 365;

    /// <returns>How many were removed.</returns>
    public static int Run(Installation installation)
    {
        var days = int.TryParse(installation.Settings["Assets:Mail:KeepDays"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set >= 30 ? set : DaysByDefault;
        using var connection = installation.Database.Open();
        return connection.Execute(
            "delete from mails where state = @p0 and sent_at < @p1", (int)MailState.Sent, Conventions.ToMicroseconds(installation.Clock.GetUtcNow().AddDays(-days)));
    }
}
