using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Support;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>Signing in and out at a certified OpenID Connect provider, with its own pages, PKCE and user information.</summary>
public sealed class RealProvider
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Assets.Web.Tests", "Security", "Provider");

    [Fact]
    public Task Somebody_signs_in_at_a_real_provider_has_the_roles_of_the_groups_and_leaves_it() => At(async (site, groups) =>
    {
        using var tekla = await SignedIn(site);

        Assert.Equal((new Uri(site.Address, "/devices"), HttpStatusCode.OK), (tekla.At, tekla.Status));
        Assert.Equal("Person tekla", site.Example.Scalar("select display_name from users where user_name = 'tekla'"));

        await tekla.SignOut();
        await IsAskedAnew(site, tekla);

        await File.WriteAllTextAsync(groups, "");
        using var again = await SignedIn(site);

        Assert.Equal(HttpStatusCode.Forbidden, again.Status);
    });

    [Fact]
    public Task Signing_out_everywhere_ends_the_other_sessions_here_and_the_one_at_a_real_provider() => At(async (site, _) =>
    {
        using var elsewhere = await SignedIn(site);
        using var tekla = await SignedIn(site);
        await tekla.Go(new Uri(site.Address, "/profile"));

        await tekla.SignOut("/sign-out?handler=Everywhere");
        await IsAskedAnew(site, tekla);
        await elsewhere.Go(new Uri(site.Address, "/profile"));

        Assert.StartsWith("/sign-in", elsewhere.At.PathAndQuery, StringComparison.Ordinal);
    });

    [Fact]
    public Task Who_has_set_up_a_second_factor_here_still_leaves_a_real_provider() => At(async (site, _) =>
    {
        using var tekla = await SignedIn(site);
        await tekla.Go(new Uri(site.Address, "/profile/second-factor"));
        await tekla.SendTo("/profile/second-factor?handler=On", ("code", Authenticator.Of(tekla.Page).Code()));
        Assert.Contains("id=\"codes\"", tekla.Page, StringComparison.Ordinal);

        await tekla.SignOut();
        await IsAskedAnew(site, tekla);
    });

    private static async Task At(Func<ExampleSite, string, Task> act)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")), $"The provider is not installed (npm ci in {Path.GetRelativePath(RepositoryRoot.Path, Folder)}, which tools/test does)");
        using var files = new TemporaryFolder();
        await File.WriteAllTextAsync(files["groups"], "it-tekniker\n");
        var port = FreePort();
        var example = Example.Empty(
            ("Assets:OpenIdConnect:Authority", string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")), ("Assets:OpenIdConnect:ClientId", "assets"),
            ("Assets:OpenIdConnect:ClientSecret", "a secret of the tests only"), ("Assets:OpenIdConnect:Scopes", "openid profile email groups"),
            ("Assets:OpenIdConnect:Accounts", "create"), ("Assets:GroupRoles:0:Group", "it-tekniker"), ("Assets:GroupRoles:0:Role", "technician"));
        await using var site = await ExampleSite.Start(example);
        using var provider = await Start(port, new Uri(site.Address, "/sign-in/back").AbsoluteUri, files["groups"]);
        try
        {
            await act(site, files["groups"]);
        }
        finally
        {
            provider.StandardInput.Close();
            await provider.WaitForExitAsync();
        }
    }

    private static async Task<Traveller> SignedIn(ExampleSite site)
    {
        var tekla = new Traveller();
        await tekla.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/devices"));
        await tekla.Send(("prompt", "login"), ("login", "tekla"), ("password", "any"));
        await tekla.Send(("prompt", "consent"));
        return tekla;
    }

    // Led to the provider's page for leaving, back here, and at the next sign-in asked who she is and not let through.
    private static async Task IsAskedAnew(ExampleSite site, Traveller tekla)
    {
        await tekla.Send(("logout", "yes")); // it asks on a page of its own
        Assert.Equal((new Uri(site.Address, "/sign-in"), HttpStatusCode.OK), (tekla.At, tekla.Status));
        await tekla.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/devices"));
        Assert.NotEqual(site.Address.Port, tekla.At.Port);
        Assert.Contains("name=\"password\"", tekla.Page, StringComparison.Ordinal);
    }

    private static async Task<Process> Start(int port, string redirect, string groups)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Folder };
        foreach (var argument in (string[])["provider.mjs", port.ToString(CultureInfo.InvariantCulture), redirect, groups]) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        process.ErrorDataReceived += (_, _) => { }; // its warnings that nothing here is for production
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Listening", StringComparison.Ordinal)) return process;
        }
        throw new InvalidOperationException("The provider did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
