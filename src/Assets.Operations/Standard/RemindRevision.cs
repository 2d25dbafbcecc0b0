using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Messages;

namespace Assets.Operations.Standard;

/// <summary>Once a year, when the month of the revision has come and nobody has begun: a mail to each who writes or decides the standard.</summary>
public static class RemindRevision
{
    /// <summary>How many mails were put in the outbox; the same revision is told to nobody twice.</summary>
    public static int Run(Installation installation, CancellationToken cancel = default)
    {
        var (database, today) = (installation.Database, installation.Today);
        if (DatedEdition.InForce(database, today) is not { } inForce) return 0;
        if (StandardRevision.Of(EditionOverview.Read(database, today), inForce) is not { } revision || !revision.IsDue(today)) return 0;

        cancel.ThrowIfCancellationRequested();
        using var writing = Writing.Begin(database);
        var day = revision.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["number"] = inForce.Number.ToString(CultureInfo.InvariantCulture), ["from"] = day, ["address"] = "/standard",
        };
        var mails = Holders.Everywhere(writing.Connection, installation.Clock.GetUtcNow(), Permission.EditStandard, Permission.DecideStandard)
            .Count(person => Outbox.Add(writing, installation, string.Create(CultureInfo.InvariantCulture, $"standard/revision/{day}/{person}"), person, MailKinds.RevisionDue, values));
        if (mails > 0) writing.Commit();
        return mails;
    }
}
