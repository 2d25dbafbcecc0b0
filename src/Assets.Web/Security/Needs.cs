using Assets.Core.Access;
using Microsoft.AspNetCore.Authorization;

namespace Assets.Web.Security;

/// <summary>Who may open a page or call an endpoint: someone with any of these permissions, somewhere. With none named, anyone who has signed in. Every page states it; a test sees to that.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(params Permission[] anyOf) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;

    /// <summary>What the page shows is nobody's part: the permission has to hold for the whole organisation.</summary>
    public bool Everywhere { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class NeedsHandler(IHttpContextAccessor http) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (http.HttpContext?.FindViewer() is { } viewer && (requirement.AnyOf.Count == 0 || requirement.AnyOf.Any(permission => requirement.Everywhere ? viewer.Reach(permission).IsEverywhere : viewer.May(permission)))) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
