using Assets.Data.Access;

namespace Assets.Web.Security;

/// <summary>Who looks, for the length of a request.</summary>
public static class Viewing
{
    /// <exception cref="InvalidOperationException">Nobody has signed in, and the page asks for someone: its <see cref="NeedsAttribute"/> is missing.</exception>
    public static Viewer Viewer(this HttpContext context) => context.FindViewer() ?? throw new InvalidOperationException("Nobody has signed in.");

    public static Viewer? FindViewer(this HttpContext context) => context.Features.Get<Viewer>();
}
