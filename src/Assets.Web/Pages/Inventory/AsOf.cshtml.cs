using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Inventory;

/// <summary>A kind, state or customer, as it was and as it is.</summary>
/// <param name="IsRent">What is compared is the rent, not the book value.</param>
public sealed record AsOfRow(string Label, RegisterSum Then, RegisterSum Now, bool IsRent = false)
{
    public Money ValueThen => IsRent ? Then.MonthlyRent : Then.BookValue;

    public Money ValueNow => IsRent ? Now.MonthlyRent : Now.BookValue;
}

/// <summary>The register as of a day, next to what is known today; with all assets as a file.</summary>
[Needs(Permission.ViewRegister)]
public sealed class AsOfModel(Installation installation, RegisterSums sums, Words words, Formats formats) : PageModel
{
    /// <summary>The day that is asked about; none: the last day of the month before.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? About { get; set; }

    /// <summary>The day at whose end it was believed; none: the same.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Believed { get; set; }

    public Belief Belief { get; private set; } = null!;

    public RegisterTally Then { get; private set; } = null!;

    public RegisterTally Now { get; private set; } = null!;

    public IReadOnlyList<AsOfRow> Kinds => Rows(Enum.GetValues<AssetKind>(), kind => words[$"kind.{AssetKinds.Vocabulary.Word(kind)}"], kind => Then.Of(kind), kind => Now.Of(kind));

    public IReadOnlyList<AsOfRow> States => Rows(Enum.GetValues<AssetState>(), state => words[$"state.{AssetStates.Vocabulary.Word(state)}"], state => Then.Of(state), state => Now.Of(state));

    /// <summary>Those that pay, the largest first.</summary>
    public IReadOnlyList<AsOfRow> Customers
    {
        get
        {
            var then = Then.Customers.ToDictionary(customer => customer.Code);
            var now = Now.Customers.ToDictionary(customer => customer.Code);
            return [.. then.Keys.Union(now.Keys).Where(code => code.Length > 0)
                .Select(code => new AsOfRow((now.GetValueOrDefault(code) ?? then[code]).Name, then.GetValueOrDefault(code)?.Sum ?? new RegisterSum(), now.GetValueOrDefault(code)?.Sum ?? new RegisterSum(), IsRent: true))
                .OrderByDescending(row => Money.FromOre(Math.Max(row.ValueThen.Ore, row.ValueNow.Ore))).ThenBy(row => row.Label, StringComparer.CurrentCulture)];
        }
    }

    public void OnGet()
    {
        Read();
        var sight = RegisterDownload.Sight(HttpContext.Viewer());
        Then = sums.Of(Belief, sight);
        Now = sums.Of(Belief.Of(formats.Today, null, installation.Clock.LocalTimeZone), sight);
    }

    public IActionResult OnGetFile(string? format)
    {
        Read();
        var asWorkbook = format != "csv";
        var file = RegisterDownload.Open(installation, Belief, RegisterDownload.Sight(HttpContext.Viewer()), asWorkbook, HttpContext.RequestAborted);
        return File(file, asWorkbook ? RegisterDownload.Workbook : RegisterDownload.Csv, RegisterDownload.Name(Belief, asWorkbook));
    }

    public string FileAddress(string format) => QueryHelpers.AddQueryString("/register/as-of", new Dictionary<string, string?>
    {
        ["about"] = Written(Belief.About), ["believed"] = Written(Belief.On), ["handler"] = "File", ["format"] = format,
    });

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Read()
    {
        var today = formats.Today;
        Belief = Belief.Of(About ?? Believed ?? new DateOnly(today.Year, today.Month, 1).AddDays(-1), Believed, installation.Clock.LocalTimeZone);
    }

    private static IReadOnlyList<AsOfRow> Rows<T>(IEnumerable<T> values, Func<T, string> label, Func<T, RegisterSum> then, Func<T, RegisterSum> now) =>
        [.. values.Select(value => new AsOfRow(label(value), then(value), now(value))).Where(row => row.Then.Assets + row.Now.Assets > 0)];
}
