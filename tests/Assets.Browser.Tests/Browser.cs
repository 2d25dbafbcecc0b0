using Assets.Web.Tests.Values;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Assets.Browser.Tests;

/// <summary>The example's web and a real browser, started once for all tests here. Where there is no browser the tests are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private ExampleSite? site;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? Program => Places.FirstOrDefault(File.Exists);

    public string Address => site!.Address.ToString().TrimEnd('/');

    internal ExampleSite Site => site!;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        site = await ExampleSite.Start(Example.Busy());
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (site is not null) await site.DisposeAsync();
    }

    /// <summary>A window where somebody has signed in; nobody where the account is empty.</summary>
    public async Task<Window> Open(string account = "anna", string theme = "light", int width = 1366, int height = 850, bool scripts = true)
    {
        Assert.SkipWhen(browser is null, "no browser is installed (on Debian: apt-get install chromium)");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            Locale = "sv-SE",
            StorageState = account.Length > 0 ? await Session(account) : null,
        });
        context.SetDefaultTimeout(20_000);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>A window of a browser of its own, in whose camera a film runs over and over.</summary>
    /// <param name="film">A file in YUV4MPEG2.</param>
    public async Task<Window> OpenWithCamera(string film, string account)
    {
        Assert.SkipWhen(browser is null, "no browser is installed (on Debian: apt-get install chromium)");
        string[] camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + film];
        var filmed = await playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = [.. Arguments, .. camera] });
        var context = await filmed.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address, ViewportSize = new ViewportSize { Width = 360, Height = 740 }, Locale = "sv-SE", StorageState = await Session(account),
        });
        context.SetDefaultTimeout(20_000);
        return new Window(context, await context.NewPageAsync(), filmed);
    }

    /// <summary>A window at another site than the one that all tests share, where somebody signs in anew. For what changes much, and for other days.</summary>
    internal async Task<Window> OpenAt(ExampleSite other, string account, string to = "/", bool scripts = true)
    {
        Assert.SkipWhen(browser is null, "no browser is installed (on Debian: apt-get install chromium)");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = other.Address.ToString().TrimEnd('/'), ViewportSize = new ViewportSize { Width = 1366, Height = 850 }, Locale = "sv-SE", AcceptDownloads = true, JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(20_000);
        var window = new Window(context, await context.NewPageAsync());
        await window.Page.GotoAsync(to); // whoever has not signed in is led there, and back
        await Fill(window.Page, account);
        await window.Page.WaitForURLAsync("**" + to);
        return window;
    }

    /// <summary>A window on another web than the example's.</summary>
    public async Task<Window> OpenAt(string address)
    {
        Assert.SkipWhen(browser is null, "no browser is installed (on Debian: apt-get install chromium)");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address, Locale = "sv-SE" });
        context.SetDefaultTimeout(20_000);
        return new Window(context, await context.NewPageAsync());
    }

    // Signing in costs a password's hash; one session a person serves all windows.
    private async Task<string> Session(string account)
    {
        if (sessions.TryGetValue(account, out var known)) return known;
        await using var context = await browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address });
        var page = await context.NewPageAsync();
        await SignIn(page, account);
        return sessions[account] = await context.StorageStateAsync();
    }

    public static async Task SignIn(IPage page, string account)
    {
        await page.GotoAsync("/sign-in");
        await Fill(page, account);
        await page.WaitForURLAsync("**/");
    }

    private static async Task Fill(IPage page, string account)
    {
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", Example.Password);
        await page.Locator("form:has(#password) button[type=submit]").ClickAsync();
    }
}

/// <summary>A page with what the browser complained of.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly IBrowser? own;
    private readonly List<string> complaints = [];

    /// <param name="own">A browser that has no other window, and ends with it.</param>
    public Window(IBrowserContext context, IPage page, IBrowser? own = null)
    {
        this.context = context;
        this.own = own;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"{message.Text} {message.Location}");
        };
        page.PageError += (_, fault) => complaints.Add(fault);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add("a dialog opened: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The page here has no barriers, is no wider than a phone, and the browser complains of nothing.</summary>
    public async Task HasNoBarriers(string name)
    {
        await Picture(name);
        Assert.Empty(await Barriers());
        var (width, height) = (Page.ViewportSize!.Width, Page.ViewportSize.Height);
        await Page.SetViewportSizeAsync(360, 740);
        await Picture(name + "-phone");
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= 360, $"{Page.Url} is {wide} wide");
        Assert.Empty(await Barriers());
        await Page.SetViewportSizeAsync(width, height);
        Assert.Empty(Complaints);
    }

    public async Task Go(string address)
    {
        var answer = await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.True(answer!.Ok, $"{address} answered {answer.Status}");
    }

    /// <summary>Waits until a field has the focus that the page gives it, as a person does before typing: a browser gives it some time after the page has loaded.</summary>
    public async Task Focused(string field) => await Page.Locator(field + ":focus").WaitForAsync();

    /// <summary>What a person who cannot see, hear or use a mouse would stumble over, by the rules of axe.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];
    }

    /// <summary>Kept where somebody asks for pictures by naming a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("ASSETS_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
    }
}

[CollectionDefinition(nameof(Browser))]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
