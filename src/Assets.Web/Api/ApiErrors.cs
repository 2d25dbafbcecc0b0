using System.Text.Json;
using System.Text.RegularExpressions;
using Assets.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Assets.Web.Api;

/// <summary>Sees to it that a program never gets a page in answer: whatever goes wrong under <c>/api</c> is a problem as JSON.</summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    /// <summary>Of a body; imports, which are files, may be larger.</summary>
    public const long MostBytes = 1_000_000;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!TokenScheme.IsFor(context))
        {
            await next(context);
            return;
        }
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        if (context.Request.Path.StartsWithSegments("/api/v1/imports", StringComparison.OrdinalIgnoreCase)) UploadLimit.Open(context);
        else if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await Of(context.Response.StatusCode).Write(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await Of(fault).Write(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            context.Response.Clear();
            await ApiProblem.Of(StatusCodes.Status500InternalServerError, "fault").Write(context);
        }
    }

    private static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => ApiProblem.NotFound,
        StatusCodes.Status405MethodNotAllowed => ApiProblem.Of(status, "no_such_method"),
        StatusCodes.Status413PayloadTooLarge => ApiProblem.Of(status, "too_large"),
        StatusCodes.Status415UnsupportedMediaType => ApiProblem.Of(status, "not_json"),
        StatusCodes.Status429TooManyRequests => ApiProblem.Of(status, "too_often"),
        _ => ApiProblem.Of(status, "invalid"),
    };

    private static ApiProblem Of(BadHttpRequestException fault) => fault switch
    {
        { StatusCode: not StatusCodes.Status400BadRequest } => Of(fault.StatusCode),
        { InnerException: JsonException json } => JsonFault.Of(json),
        _ => Parameter().Match(fault.Message) is { Success: true } named ? ApiProblem.Field(named.Groups["name"].Value, "The value cannot be read.") : ApiProblem.Of(fault.StatusCode, "invalid"),
    };

    // "Failed to bind parameter "Nullable<DateOnly> day" from "x".": the name is the one in the address.
    [GeneratedRegex("parameter \"[^\"]*?(?<name>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
