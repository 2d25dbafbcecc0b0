using System.Globalization;

namespace Assets.Web.Api;

/// <summary>An endpoint that changes something which somebody else may have changed meanwhile: the call names the version that it has seen.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChangesWhatWasSeenAttribute : Attribute;

/// <summary>Versions as entity tags: <c>ETag: "17"</c> in an answer, <c>If-Match: "17"</c> in a change.</summary>
internal static class Seen
{
    public static string Write(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Demands the version of endpoints that need one, before anything is done.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<ChangesWhatWasSeenAttribute>() is null) return await next(call);
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0) return new Refused(ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "if_match_missing"));
        if (!long.TryParse(header.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return new Refused(ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "if_match_unknown"));
        http.Features.Set(new SeenVersion(version));
        return await next(call);
    }

    internal sealed record SeenVersion(long Version);
}

/// <summary>A problem as what an endpoint answers.</summary>
internal sealed class Refused(ApiProblem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.Write(httpContext);
}
