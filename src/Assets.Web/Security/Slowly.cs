using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Assets.Web.Security;

/// <summary>What anyone may open is answered a few times a minute to each address: enough for a person, useless for guessing.</summary>
internal static class Slowly
{
    public const string Policy = "slowly";

    /// <summary>Where nothing is guessed and many come at once: the way to the identity provider, on a Monday morning, from a municipality's one address.</summary>
    public const string Crowd = "crowd";

    private const int AMinute = 30;
    private const int OfACrowd = 600;

    public static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        foreach (var (policy, limit) in new[] { (Policy, AMinute), (Crowd, OfACrowd) })
        {
            options.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        }
    });
}
