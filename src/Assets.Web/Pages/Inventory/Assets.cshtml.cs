using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Inventory;

/// <summary>The asset list. All that decides what is shown stands in the address.</summary>
[Needs(Permission.ViewRegister)]
public sealed class AssetsModel(AssetList assets, Database database, ListDownloads files, Words words) : PageModel
{
    private const int LongestTerm = 100;

    /// <summary>The columns of a list for which nothing else was chosen.</summary>
    private static readonly string[] Usual = ["model", "state", "user", "payer", "place", "purchased"];

    private static readonly Dictionary<string, AssetExtras> Extras = new(StringComparer.Ordinal)
    {
        ["price"] = AssetExtras.Price, ["supplier"] = AssetExtras.Supplier, ["warranty"] = AssetExtras.Warranty, ["costCode"] = AssetExtras.CostCode, ["parent"] = AssetExtras.Parent, ["note"] = AssetExtras.Note,
    };

    /// <summary>The columns that may be left out; tag and serial always stand first.</summary>
    public static IReadOnlyList<string> Choices { get; } = [.. Usual, .. Extras.Keys];

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

    /// <summary>The chosen columns with commas between; none: the usual ones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cols { get; set; }

    /// <summary>The same from a form of ticks.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Col { get; set; } = [];

    public IReadOnlyList<string> Shown { get; private set; } = Usual;

    /// <summary>None where only the list is asked for.</summary>
    public ListViews Views { get; private set; } = new(NamedList.Assets, "", []);

    public bool MayChange { get; private set; }

    public AssetKind? Kind { get; private set; }

    public AssetState? State { get; private set; }

    public AssetListPage List { get; private set; } = new([], 0, AssetSort.Tag, null, null);

    public bool Descending => Sort?.StartsWith('-') == true;

    /// <summary>Whether anything narrows the list: an empty register and an empty answer are different things to say.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term) || Kind is not null || State is not null || Site is not null || Model is not null || Unit is not null;

    public IActionResult OnGet()
    {
        var query = Read();
        List = assets.Read(HttpContext.Viewer().Reach(Permission.ViewRegister), query);
        MayChange = HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;
        Response.Headers.Vary = "HX-Request";
        if (Request.Headers["HX-Request-Type"] == "partial") return Partial("_AssetList", this);
        Views = ListViews.Of(database, HttpContext.Viewer(), NamedList.Assets, Address());
        return Page();
    }

    /// <summary>What the list can be narrowed by, as the fields offer it.</summary>
    public IActionResult OnGetChoices() => Partial("_AssetChoices", assets.Choices(HttpContext.Viewer().Reach(Permission.ViewRegister)));

    /// <summary>The rows and columns that the page shows, as a workbook or as CSV.</summary>
    public IActionResult OnGetFile(string? format)
    {
        var query = Read();
        return files.Make(words["nav.assets"], format, AssetColumns.Of(words, Shown), AssetAddress.AllRows(assets, HttpContext.Viewer().Reach(Permission.ViewRegister), query));
    }

    private AssetQuery Read()
    {
        Kind = AssetKinds.Vocabulary.TryParse(KindWord, out var kind) ? kind : null;
        State = AssetStates.Vocabulary.TryParse(StateWord, out var state) ? state : null;
        Site = Some(Site);
        Model = Some(Model);
        Unit = Some(Unit);
        var term = Term is { Length: > LongestTerm } ? Term[..LongestTerm] : Term ?? "";
        if (Col.Count > 0) Cols = string.Join(',', Col);
        var chosen = Cols?.Split(',') ?? [];
        Shown = Choices.Intersect(chosen, StringComparer.Ordinal).ToList() is { Count: > 0 } some ? some : Usual;
        Cols = Shown.SequenceEqual(Usual) ? null : string.Join(',', Shown);
        return new AssetQuery(term, Kind, State, Site, Model, Unit, Sorted(), Descending, AssetCursor.Parse(After, backward: false) ?? AssetCursor.Parse(Before, backward: true),
            Extras: Shown.Aggregate(AssetExtras.None, (all, column) => all | Extras.GetValueOrDefault(column)));
    }

    /// <summary>The address of this list with some parts changed; a new order or filter starts from the beginning.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var parts = Parts();
        foreach (var (name, value) in changes) parts[name] = value;
        return QueryHelpers.AddQueryString("/assets", parts.Where(p => p.Value is not null));
    }

    /// <summary>All that decides what is shown but the place in it, as the address has it.</summary>
    public Dictionary<string, string?> Parts() => new(StringComparer.Ordinal)
    {
        ["q"] = Some(Term), ["kind"] = Kind is null ? null : KindWord, ["state"] = State is null ? null : StateWord, ["site"] = Site, ["model"] = Model, ["unit"] = Unit, ["sort"] = Some(Sort), ["cols"] = Cols,
    };

    /// <summary>What a click on a column's head asks for: that order, or the other way round.</summary>
    public string SortAddress(AssetSort sort)
    {
        var word = sort.ToString().ToLowerInvariant();
        return Address(("sort", List.Sort == sort && !Descending ? "-" + word : word));
    }

    private AssetSort? Sorted() => Enum.TryParse<AssetSort>(Sort?.TrimStart('-'), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
