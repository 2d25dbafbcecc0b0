using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Assets.Web.Security;

/// <summary>What anyone may open is answered a few times a minute to each address: enough for a person, useless for guessing.</summary>
internal static class Slowly
{
    public const string Policy = "slowly";

    private const int AMinute = 30;

    public static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    });
}
