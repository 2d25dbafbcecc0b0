using System.Text.Json.Serialization;
using Assets.Core.Values;
using Assets.Operations.Ordering;
using Assets.Web.Resources;

namespace Assets.Web.Api;

/// <summary>What an answer says that is not what was asked for (RFC 9457), as <c>application/problem+json</c>.</summary>
/// <param name="Type">The same for the same problem for good: <c>/api/v1/problems/asset_changed_meanwhile</c>.</param>
/// <param name="Detail">For a person, in the language of <c>Accept-Language</c>.</param>
/// <param name="Code">The last part of the type.</param>
/// <param name="Errors">What is wrong, by the name of the field.</param>
public sealed record ProblemView(
    string Type, string Title, int Status, string Detail, string Code, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors);

/// <summary>Why a call is not answered with what it asks for.</summary>
public sealed class ApiProblem
{
    public const string MediaType = "application/problem+json";
    private readonly string? detail;

    private ApiProblem(int status, string code, string? detail, IReadOnlyDictionary<string, string[]>? errors)
    {
        Status = status;
        Code = code;
        this.detail = detail;
        Errors = errors;
    }

    public int Status { get; }

    public string Code { get; }

    public IReadOnlyDictionary<string, string[]>? Errors { get; }

    /// <summary>Not there, or not for this caller: the two are not told apart.</summary>
    public static ApiProblem NotFound { get; } = new(StatusCodes.Status404NotFound, "not_found", null, null);

    /// <summary>The right is held in a part of the organisation, and the act concerns all of it.</summary>
    public static ApiProblem NotAllowed { get; } = new(StatusCodes.Status403Forbidden, "not_allowed", null, null);

    public static ApiProblem Of(int status, string code) => new(status, code, null, null);

    /// <summary>A field that cannot be what was given.</summary>
    public static ApiProblem Field(string field, string why) =>
        new(StatusCodes.Status400BadRequest, "invalid", null, new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [why] });

    /// <summary>Several, with the codes that an import finds them under.</summary>
    public static ApiProblem Fields(IEnumerable<(string Field, string Code)> faults) => new(
        StatusCodes.Status422UnprocessableEntity, "register_faults", "",
        faults.GroupBy(fault => fault.Field, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(fault => fault.Code).ToArray(), StringComparer.Ordinal));

    /// <summary>A rule says no. What somebody else changed meanwhile is a failed precondition, and everything else a refusal.</summary>
    public static ApiProblem Refused(Refusal refusal) => new(
        IsOutdated(refusal.Code) ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity,
        refusal.Code, refusal.Detail, null);

    private static bool IsOutdated(string code) => code.EndsWith("changed_meanwhile", StringComparison.Ordinal) || code == OrderRefusals.ChangedMeanwhile;

    public Task Write(HttpContext context)
    {
        var words = context.RequestServices.GetRequiredService<Words>();
        context.Response.StatusCode = Status;
        // A refusal's text is the one that the pages show; what only programs meet has a family of its own.
        var text = detail is null ? words.Known("problem", Code) : Refusal(words);
        var view = new ProblemView($"/api/v1/problems/{Code}", words.Known("problem.status", $"s{Status}"), Status, text, Code, Errors);
        return context.Response.WriteAsJsonAsync(view, ApiJson.Options, MediaType, context.RequestAborted);
    }

    private string Refusal(Words words) => words.Known("refusal", Code) is var known && known != Code ? words.Refused(new Refusal(Code, detail ?? "")) : $"{Code} {detail}".Trim();
}
