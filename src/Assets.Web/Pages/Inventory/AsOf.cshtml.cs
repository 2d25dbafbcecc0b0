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
public sealed record AsOfRow(string Label, long AssetsThen, long AssetsNow, Money ValueThen, Money ValueNow);

/// <summary>
/// The register as of a day, next to what is known today; with all assets as a file. Who sees a part of it sees that part as it is today:
/// what it was before belongs to who sees the whole, or checks.
/// </summary>
[Needs(Permission.ViewRegister)]
public sealed class AsOfModel(Installation installation, RegisterSums sums, Words words, Formats formats) : PageModel
{
    /// <summary>The day that is asked about; none: the last day of the month before, or today for who sees no other.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? About { get; set; }

    /// <summary>The day at whose end it was believed; none: the same.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Believed { get; set; }

    public Belief Belief { get; private set; } = null!;

    public bool SeesHistory { get; private set; }

    /// <summary>The reader asks for another day than the one that he may see.</summary>
    public bool IsRefused { get; private set; }

    public RegisterTally Then { get; private set; } = null!;

    public RegisterTally Now { get; private set; } = null!;

    public IReadOnlyList<AsOfRow> Kinds => Rows(Enum.GetValues<AssetKind>(), kind => words[$"kind.{AssetKinds.Vocabulary.Word(kind)}"], kind => Then.Of(kind), kind => Now.Of(kind));

    public IReadOnlyList<AsOfRow> States => Rows(Enum.GetValues<AssetState>(), state => words[$"state.{AssetStates.Vocabulary.Word(state)}"], state => Then.Of(state), state => Now.Of(state));

    /// <summary>Those that pay, the largest first; none where the reader is not told of all rent.</summary>
    public IReadOnlyList<AsOfRow> Customers
    {
        get
        {
            if (Then.Told != RentTold.Everything) return [];
            var then = Then.Customers.ToDictionary(customer => customer.Code);
            var now = Now.Customers.ToDictionary(customer => customer.Code);
            return [.. then.Keys.Union(now.Keys).Where(code => code.Length > 0)
                .Select(code => Row((now.GetValueOrDefault(code) ?? then[code]).Name, then.GetValueOrDefault(code)?.Sum, now.GetValueOrDefault(code)?.Sum, sum => sum.MonthlyRent!.Value))
                .OrderByDescending(row => Money.FromOre(Math.Max(row.ValueThen.Ore, row.ValueNow.Ore))).ThenBy(row => row.Label, StringComparer.CurrentCulture)];
        }
    }

    public async Task OnGetAsync()
    {
        Read();
        if (IsRefused) return;
        var today = Belief.Of(formats.Today, null, installation.Clock.LocalTimeZone);
        var sight = RegisterDownload.Sight(HttpContext.Viewer());
        Then = await sums.Of(Belief, sight, HttpContext.RequestAborted);
        Now = Belief == today ? Then : await sums.Of(today, sight, HttpContext.RequestAborted);
    }

    public IActionResult OnGetFile(string? format)
    {
        Read();
        if (IsRefused) return StatusCode(StatusCodes.Status403Forbidden);
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
        SeesHistory = RegisterDownload.SeesHistory(HttpContext.Viewer());
        Belief = Belief.Of(About ?? Believed ?? (SeesHistory ? new DateOnly(today.Year, today.Month, 1).AddDays(-1) : today), Believed, installation.Clock.LocalTimeZone);
        IsRefused = !RegisterDownload.IsGiven(HttpContext.Viewer(), Belief, today);
    }

    private static IReadOnlyList<AsOfRow> Rows<T>(IEnumerable<T> values, Func<T, string> label, Func<T, RegisterSum> then, Func<T, RegisterSum> now) =>
        [.. values.Select(value => Row(label(value), then(value), now(value), sum => sum.BookValue)).Where(row => row.AssetsThen + row.AssetsNow > 0)];

    private static AsOfRow Row(string label, RegisterSum? then, RegisterSum? now, Func<RegisterSum, Money> value) =>
        new(label, then?.Assets ?? 0, now?.Assets ?? 0, then is null ? Money.Zero : value(then), now is null ? Money.Zero : value(now));
}
