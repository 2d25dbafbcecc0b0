using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <summary>Who calls, and the installation in which he acts.</summary>
internal sealed class Caller(IHttpContextAccessor http, Installation installation)
{
    public HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Nobody calls.");

    public Viewer Viewer => Http.Viewer();

    /// <summary>For operations: what is done is done by the token's owner.</summary>
    public Installation Acting => installation with { Actor = Viewer.Account };

    public Database Database => installation.Database;

    public DateOnly Today => installation.Today;

    public DateTimeOffset Now => installation.Clock.GetUtcNow();

    public TimeProvider Clock => installation.Clock;

    /// <summary>The version in If-Match.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not say that it <see cref="ChangesWhatWasSeenAttribute"/>.</exception>
    public long SeenVersion => Http.Features.Get<Seen.SeenVersion>()?.Version ?? throw new InvalidOperationException("The endpoint does not ask for a version.");

    public Reach Reach(Permission permission) => Viewer.Reach(permission);

    public bool MayEverywhere(Permission permission) => Reach(permission).IsEverywhere;
}
