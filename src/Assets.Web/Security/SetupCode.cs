using System.Security.Cryptography;
using System.Text;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Web.Security;

/// <summary>
/// The code that claims an installation without people: printed on its console at the start, so that whoever finds the address first
/// does not become its administrator. A new one at each start; worthless once somebody has an account.
/// </summary>
public sealed class SetupCode(Database database)
{
    // Without signs that look alike: it is read off a screen.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    private bool isOver;

    public string Text { get; } = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 5)));

    /// <summary>Whether nobody has an account. Asked once more at each request until somebody has, and never again then.</summary>
    public bool IsWaiting => !isOver && !(isOver = SetupFacts.HasAnyone(database));

    public bool Matches(string? typed) =>
        typed is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed.Trim().ToLowerInvariant()), Encoding.UTF8.GetBytes(Text));

    /// <summary>Without anybody to sign in, the sign-in page leads nowhere.</summary>
    public static Task Lead(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/sign-in" || !context.RequestServices.GetRequiredService<SetupCode>().IsWaiting) return next(context);
        context.Response.Redirect("/setup");
        return Task.CompletedTask;
    }
}
