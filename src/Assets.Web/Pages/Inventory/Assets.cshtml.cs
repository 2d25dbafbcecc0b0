using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Inventory;

/// <summary>The asset list. All that decides what is shown stands in the address.</summary>
[Needs(Permission.ViewRegister)]
public sealed class AssetsModel(AssetList assets) : PageModel
{
    private const int LongestTerm = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? KindWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateWord { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Model { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public AssetKind? Kind { get; private set; }

    public AssetState? State { get; private set; }

    public AssetListPage List { get; private set; } = new([], 0, AssetSort.Tag, null, null);

    public bool Descending => Sort?.StartsWith('-') == true;

    /// <summary>Whether anything narrows the list: an empty register and an empty answer are different things to say.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term) || Kind is not null || State is not null || Site is not null || Model is not null || Unit is not null;

    public IActionResult OnGet()
    {
        Kind = AssetKinds.Vocabulary.TryParse(KindWord, out var kind) ? kind : null;
        State = AssetStates.Vocabulary.TryParse(StateWord, out var state) ? state : null;
        Site = Some(Site);
        Model = Some(Model);
        Unit = Some(Unit);
        var term = Term is { Length: > LongestTerm } ? Term[..LongestTerm] : Term ?? "";
        List = assets.Read(HttpContext.Viewer().Reach(Permission.ViewRegister), new AssetQuery(
            term, Kind, State, Site, Model, Unit, Sorted(), Descending, AssetCursor.Parse(After, backward: false) ?? AssetCursor.Parse(Before, backward: true)));
        Response.Headers.Vary = "HX-Request";
        return Request.Headers["HX-Request-Type"] == "partial" ? Partial("_AssetList", this) : Page();
    }

    /// <summary>The address of this list with some parts changed; a new order or filter starts from the beginning.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = Some(Term), ["kind"] = Kind is null ? null : KindWord, ["state"] = State is null ? null : StateWord, ["site"] = Site, ["model"] = Model, ["unit"] = Unit, ["sort"] = Some(Sort),
        };
        foreach (var (name, value) in changes) parts[name] = value;
        return QueryHelpers.AddQueryString("/assets", parts.Where(p => p.Value is not null));
    }

    /// <summary>What a click on a column's head asks for: that order, or the other way round.</summary>
    public string SortAddress(AssetSort sort)
    {
        var word = sort.ToString().ToLowerInvariant();
        return Address(("sort", List.Sort == sort && !Descending ? "-" + word : word));
    }

    private AssetSort? Sorted() => Enum.TryParse<AssetSort>(Sort?.TrimStart('-'), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
