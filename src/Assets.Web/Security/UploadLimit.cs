using System.Globalization;
using Assets.Operations;

namespace Assets.Web.Security;

/// <summary>How large a file may be that somebody sends.</summary>
public static class UploadLimit
{
    /// <summary>Above it nothing is read at all, whatever the setting says. Up to it a file goes to the disk as it comes, never into memory.</summary>
    public const long MostBytes = 1_000_000_000;

    private const int Ordinary = 200;

    public static int Megabytes(Installation installation) =>
        int.TryParse(installation.Settings["Assets:UploadMegabytes"], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : Ordinary;

    /// <summary>Refuses what says itself that it is too large before a byte of it is read: two gigabytes need not be sent to be refused.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        var most = Megabytes(context.RequestServices.GetRequiredService<Installation>()) * 1_000_000L;
        if (context.Request.ContentLength > most + 1_000_000)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return;
        }
        await next(context);
    }
}
