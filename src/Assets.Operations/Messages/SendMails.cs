namespace Assets.Operations.Messages;

/// <summary>What one pass over the outbox did.</summary>
/// <param name="Trouble">Why the pass ended early, in the server's words or as a refusal's code; none where all that was due was tried.</param>
public sealed record MailsSent(int Sent, int PutOff, int Failed, string? Trouble);

/// <summary>
/// Sends what is due in the outbox. Each mail is sent at least once: who is killed after the server took it and before that is written
/// down sends it again, under the same Message-ID. The other way round an approval could be lost without anybody knowing.
/// </summary>
public static class SendMails
{
    private const int MostDrops = 3;

    // Somewhat more than four days altogether; then the reader's server has had its chance.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    public static async Task<MailsSent> RunAsync(Installation installation, CancellationToken cancel = default)
    {
        var done = new MailsSent(0, 0, 0, null);
        if (!MailSettings.Read(installation).TryGet(out var settings, out var refusal)) return done with { Trouble = refusal.Code };
        PostOffice? office = null;
        try
        {
            for (var drops = 0; MailQueue.HasDue(installation);)
            {
                cancel.ThrowIfCancellationRequested();
                if (office is not { IsOpen: true })
                {
                    office?.Dispose();
                    (office, var answer) = await PostOffice.Open(settings, cancel);
                    if (office is null) return Away(installation, done, answer);
                }
                if (MailQueue.Take(installation) is not { } parcel) break; // another sender was quicker
                var handed = await office.Hand(parcel, Letter.Write(parcel.Contents, parcel.Language, parcel.Reader, settings.PublicAddress), installation.Clock.GetUtcNow(), cancel);
                done = Note(installation, parcel, handed, done);
                if (handed.How == Handing.Away) return Away(installation, done, handed.Answer);
                if (!office.IsOpen && ++drops == MostDrops) return done with { Trouble = handed.Answer };
            }
            if (office is not null) await office.Close(cancel);
        }
        finally
        {
            office?.Dispose();
        }
        return done;
    }

    private static MailsSent Note(Installation installation, Parcel parcel, Handed handed, MailsSent done)
    {
        switch (handed.How)
        {
            case Handing.Accepted:
                MailQueue.Sent(installation, parcel);
                return done with { Sent = done.Sent + 1 };
            case Handing.Away:
                MailQueue.GiveBack(installation, parcel);
                return done;
            case Handing.PutOff when parcel.Attempts <= Waits.Length:
                MailQueue.PutOff(installation, parcel, Waits[parcel.Attempts - 1], handed.Answer);
                return done with { PutOff = done.PutOff + 1 };
            default:
                MailQueue.Failed(installation, parcel, handed.Answer);
                return done with { Failed = done.Failed + 1 };
        }
    }

    private static MailsSent Away(Installation installation, MailsSent done, string answer)
    {
        MailQueue.Wait(installation, answer);
        return done with { Trouble = answer };
    }
}
