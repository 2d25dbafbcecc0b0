using Microsoft.AspNetCore.Diagnostics;

namespace Assets.Web.Security;

/// <summary>A text with the character zero was typed by nobody, and PostgreSQL takes none: it is refused before a page or a call reads it.</summary>
internal static class ZeroCharacter
{
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && await IsIn(context.Request)) context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else await next(context);
    }

    private static async Task<bool> IsIn(HttpRequest request)
    {
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true) return true;
        if (request.HasJsonContentType())
        {
            request.EnableBuffering();
            using var reader = new StreamReader(request.Body, leaveOpen: true);
            var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            request.Body.Position = 0;
            return text.Contains("\\u0000", StringComparison.Ordinal);
        }
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return false;
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Any(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return false; // the page reads it again, and says what is wrong with it
        }
    }
}
