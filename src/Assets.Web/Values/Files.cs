using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Assets.Web.Values;

/// <summary>
/// The stylesheets, scripts and icons that pages load. They are copied beside the program when it is built, so that the web works
/// from any folder and under any host; each address carries the hash of its file, so that a browser may keep it for good.
/// </summary>
public sealed class Files
{
    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    public PhysicalFileProvider Folder { get; } = new(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    /// <summary><c>css/assets.css</c> gives <c>/css/assets.css?v=3fa1…</c>.</summary>
    /// <exception cref="FileNotFoundException">No such file was built.</exception>
    public string this[string file] => addresses.GetOrAdd(file, name =>
    {
        using var stream = Folder.GetFileInfo(name).CreateReadStream();
        return $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(stream)[..8])}";
    });

    public static void Serve(WebApplication app)
    {
        var files = app.Services.GetRequiredService<Files>();
        app.UseWhen(context => context.Request.Query.ContainsKey("v"), kept => kept.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files.Folder,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
