using System.CommandLine;
using System.Net.Sockets;
using Assets.Cli.Demo;
using Assets.Operations;
using Assets.Operations.Jobs;
using Assets.Operations.Monitoring;
using Assets.Seed.Loading;
using Assets.Web;
using Assets.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assets.Cli.Verbs;

internal static class ServeVerb
{
    /// <summary>Loopback only; by name and not by number, since passkeys are bound to a name.</summary>
    private const string DefaultUrl = "http://localhost:5080";

    public static Command Make()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen. Several are parted by semicolons.", HelpName = "URL", DefaultValueFactory = _ => DefaultUrl,
        };
        urls.Validators.Add(result =>
        {
            var wrong = result.GetValueOrDefault<string>().Split(';').FirstOrDefault(url => !IsUrl(url));
            if (wrong is not null) result.AddError($"'{wrong}' is no address to listen on: write it as {DefaultUrl}.");
        });
        var demo = new Option<bool>("--demo") { Description = "Also simulate the devices of the demo municipality, and say who can sign in." };
        var command = new Command("serve", "Serves the web until Ctrl-C.") { urls, demo };
        command.SetAction((parsed, cancel) => Task.FromResult(Act.On(installation =>
            Run(installation, parsed.GetValue(urls)!, parsed.GetValue(demo), cancel).GetAwaiter().GetResult())));
        return command;
    }

    private static async Task<int> Run(Installation installation, string urls, bool demo, CancellationToken cancel)
    {
        if (demo && !DemoLoad.IsLoaded(installation)) return Act.Refuse($"{installation.Database.Description} does not hold the demo municipality. Run assets demo first, or leave --demo out.");
        var builder = AssetsWeb.Begin(SettingsFolder.Find(), urls);
        // What keeps the web from starting is said below, in words; the host would say it as a stack trace before.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        WebApplication built;
        try
        {
            builder.Services.AddAssetsJobs(installation);
            built = AssetsWeb.Build(builder, installation);
        }
        catch (SettingRefusedException refused)
        {
            return Act.Refuse(refused.Message);
        }
        await using var network = demo ? await SimulatedNetwork.StartAsync(installation, Console.Error.WriteLine) : null;
        await using var app = built;
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Act.Refuse($"Something already listens at {urls}. Stop it, or choose another address with --urls, such as http://localhost:5081.");
        }
        catch (SocketException e)
        {
            return Act.Refuse($"{urls} cannot be listened on: {e.Message}. Choose another address with --urls.");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        if (demo) DemoUsers.Print(installation, Console.Error);
        await Console.Error.WriteLineAsync($"Serving {string.Join(' ', app.Urls)}. Ctrl-C ends.");
        if (app.Services.GetRequiredService<SetupCode>() is { IsWaiting: true } setup)
            await Console.Error.WriteLineAsync($"Nobody has an account yet. Open {app.Urls.First()}/setup and type this code: {setup.Text}");
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    private static bool IsUrl(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/";
}
