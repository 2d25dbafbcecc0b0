using System.Globalization;
using Assets.Core.Access;
using Assets.Operations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Assets.Web.Security;

/// <summary>How large a file may be that somebody sends.</summary>
public static class UploadLimit
{
    /// <summary>Above it nothing is read at all, whatever the setting says. Up to it a file goes to the disk as it comes, never into memory.</summary>
    public const long MostBytes = 1_000_000_000;

    private const int Ordinary = 200;
    private const long AroundIt = 1_000_000; // the other fields of the form

    public static int Megabytes(Installation installation) =>
        int.TryParse(installation.Settings["Assets:UploadMegabytes"], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : Ordinary;

    /// <summary>Refuses what says itself that it is too large before a byte of it is read: two gigabytes need not be sent to be refused.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > Bytes(context))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return;
        }
        await next(context);
    }

    /// <summary>Lets a file in, and no larger one: a body that does not say its length is cut off where it has become too long.</summary>
    public static void Open(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Math.Min(Bytes(context), MostBytes);
    }

    private static long Bytes(HttpContext context) => (Megabytes(context.RequestServices.GetRequiredService<Installation>()) * 1_000_000L) + AroundIt;
}

/// <summary>A page to which a file is sent by who may act: who only looks at it sends none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesUploadAttribute(Permission needs) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public int Order => 900; // before the form is read, which the check of its token does at 1 000

    public Permission Needs => needs;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.FindViewer()?.Reach(needs).IsEverywhere == true) UploadLimit.Open(context.HttpContext);
    }
}
