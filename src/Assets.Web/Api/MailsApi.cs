using Assets.Core.Access;
using Assets.Data.Messages;
using Assets.Operations.Messages;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>The outbox: what waits, what was given up and what was sent.</summary>
internal static class MailsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/mails", List).WithSummary("Mails that are waiting, failed or sent; the newest first");
        api.MapPost("/mails/{id:long}/again", Again).WithSummary("Lets a mail go out at the next pass, after its address or the server was put right");
    }

    [Needs(Permission.ViewMails)]
    private static Answer<Listed<MailListItem>> List(Caller caller, string? show, string? cursor, int? limit)
    {
        if (!caller.MayEverywhere(Permission.ViewMails)) return ApiProblem.NotAllowed;
        if (!Paging.TryNumber(cursor, out var before)) return Paging.BadCursor;
        var size = Paging.Size(limit);
        var mails = MailList.Read(caller.Database, show switch { "failed" => MailState.Failed, "sent" => MailState.Sent, _ => MailState.Waiting }, before, size);
        return Paging.Page(mails, size, mail => Paging.Number(mail.Id));
    }

    [Needs(Permission.ManageSettings)]
    private static Answer<MailDueAgain> Again(Caller caller, long id) => caller.MayEverywhere(Permission.ManageSettings) ? ResendMail.Run(caller.Acting, id) : ApiProblem.NotAllowed;
}
