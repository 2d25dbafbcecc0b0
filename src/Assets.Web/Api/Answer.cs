using System.Reflection;
using Assets.Core.Values;
using Microsoft.AspNetCore.Http.Metadata;

namespace Assets.Web.Api;

/// <summary>Another status than 200, for what makes something new or is only begun.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnswersAttribute(int status) : Attribute
{
    public int Status { get; } = status;
}

/// <summary>Either what was asked for or a problem. An operation's outcome becomes one by itself.</summary>
public sealed class Answer<T> : IResult, IEndpointMetadataProvider
    where T : class
{
    private readonly T? value;
    private readonly ApiProblem? problem;

    private Answer(T? value, ApiProblem? problem)
    {
        this.value = value;
        this.problem = problem;
    }

    /// <summary>The version that a change has to name in If-Match.</summary>
    public long? Version { get; init; }

    public string? Location { get; init; }

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(ApiProblem problem) => new(null, problem);

    public static implicit operator Answer<T>(Outcome<T> outcome) => outcome.TryGet(out var done, out var refusal) ? new(done, null) : new(null, ApiProblem.Refused(refusal));

    public static Answer<T> Of(T value, long? version = null, string? location = null) => new(value, null) { Version = version, Location = location };

    public static Answer<T> Of(Refusal refusal) => new(null, ApiProblem.Refused(refusal));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null) return problem.Write(httpContext);
        var response = httpContext.Response;
        response.StatusCode = httpContext.GetEndpoint()?.Metadata.GetMetadata<AnswersAttribute>()?.Status ?? StatusCodes.Status200OK;
        if (Version is { } version) response.Headers.ETag = Seen.Write(version);
        if (Location is not null) response.Headers.Location = Location;
        if (value is IPaged { Next: { } next }) response.Headers.Link = Paging.Link(httpContext.Request, next);
        return response.WriteAsJsonAsync(value!, ApiJson.Options, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(method.GetCustomAttribute<AnswersAttribute>()?.Status ?? StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
