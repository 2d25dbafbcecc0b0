using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Messages;
using Assets.Operations;
using Assets.Operations.Messages;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Messages;

/// <summary>The outbox: what waits, what was given up and what was sent, for who looks after the installation.</summary>
[Needs(Permission.ViewMails)]
public sealed class MailsModel(Installation installation, Words words) : PageModel
{
    public static IReadOnlyList<string> Shows { get; } = ["waiting", "failed", "sent"];

    public string Show { get; private set; } = "";

    public MailCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<MailListItem> Mails { get; private set; } = [];

    /// <summary>None on the last page.</summary>
    public long? Next { get; private set; }

    /// <summary>None where mails are not sent at all; <see cref="Trouble"/> says why.</summary>
    public MailSettings? Settings { get; private set; }

    public Refusal? Trouble { get; private set; }

    private Viewer Viewer => HttpContext.Viewer();

    public bool May => Viewer.Reach(Permission.ManageSettings).IsEverywhere;

    public IActionResult OnGet(string? show, long? before)
    {
        if (!Viewer.Reach(Permission.ViewMails).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        Counts = MailList.Count(installation.Database);
        Show = show is not null && Shows.Contains(show) ? show : Counts is { Waiting: 0, Failed: > 0 } ? "failed" : "waiting";
        var mails = MailList.Read(installation.Database, Show switch { "failed" => MailState.Failed, "sent" => MailState.Sent, _ => MailState.Waiting }, before);
        Mails = [.. mails.Take(MailList.PageSize)];
        Next = mails.Count > MailList.PageSize ? Mails[^1].Id : null;
        if (MailSettings.Read(installation).TryGet(out var settings, out var trouble)) Settings = settings;
        else Trouble = trouble;
        return Page();
    }

    public IActionResult OnPostAgain(long id, string? show)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Tell(ResendMail.Run(installation with { Actor = Viewer.Account }, id).Refusal, words["mails.dueAgain"]);
        return RedirectToPage(new { show });
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var sent = await SendTestMail.RunAsync(installation, Viewer.Id, cancel);
        Tell(sent.Refusal, sent.IsDone ? words.Of("mails.tested", sent.Value.Address) : "");
        return RedirectToPage();
    }

    public string SubjectOf(MailListItem mail) => MailSubject.Of(mail.Kind, mail.Values, Viewer.Language);

    private void Tell(Refusal? refusal, string done)
    {
        if (refusal is null) TempData["Message"] = done;
        else TempData["Refusal"] = words.Refused(refusal);
    }
}
