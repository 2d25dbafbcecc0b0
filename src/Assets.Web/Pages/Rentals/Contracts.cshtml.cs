using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Rentals;

/// <summary>The list of contract lines. All that decides what is shown stands in the address.</summary>
[Needs(Permission.ViewContracts)]
public sealed class ContractsModel(LineList lines, Database database, ListDownloads files, Words words) : PageModel
{
    /// <summary>What may stand in the address to narrow the list, beside the term.</summary>
    public static IReadOnlyList<string> Narrowing { get; } = ["unit", "customer", "code", "ends"];

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

    public LineQuery Asked { get; private set; } = new();

    public IReadOnlyList<string> Shown { get; private set; } = LineColumns.Usual;

    public ListViews Views { get; private set; } = new(NamedList.Contracts, "", []);

    /// <summary>Whether the viewer moves lines to other units and cost codes.</summary>
    public bool MayMove { get; private set; }

    /// <summary>The last act before the list was read: who moves lines moves what he saw. None for others.</summary>
    public long? Seen { get; private set; }

    public LineListPage List { get; private set; } = new([], 0, null, null);

    public bool IsNarrowed => Parts().Keys.Any(part => part is "q" or "runs" || Narrowing.Contains(part));

    public void OnGet()
    {
        Read();
        var viewer = HttpContext.Viewer();
        MayMove = viewer.May(Permission.EditContracts);
        if (MayMove) Seen = lines.LastAct();
        List = lines.Read(viewer.Reach(Permission.ViewContracts), Asked with { Cursor = LineCursor.Parse(After, Asked.Sort, backward: false) ?? LineCursor.Parse(Before, Asked.Sort, backward: true) });
        Views = ListViews.Of(database, viewer, NamedList.Contracts, Address());
    }

    public IActionResult OnGetFile(string? format)
    {
        Read();
        return files.Make(words["nav.contracts"], format, LineColumns.Of(words, Shown), LineAddress.AllRows(lines, HttpContext.Viewer().Reach(Permission.ViewContracts), Asked));
    }

    /// <summary>The address of this list with some parts changed; a new order or filter starts from the beginning.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var parts = Parts();
        foreach (var (name, value) in changes) parts[name] = value;
        return QueryHelpers.AddQueryString("/contracts", parts.Where(part => part.Value is not null));
    }

    /// <summary>All that decides what is shown but the place in it, as the address has it.</summary>
    public Dictionary<string, string?> Parts() => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Asked.Term.Length > 0 ? Asked.Term : null, ["runs"] = Asked.Runs == LineRuns.Whichever ? null : Part("runs"), ["unit"] = Asked.Unit, ["customer"] = Asked.Customer, ["code"] = Asked.CostCode,
        ["ends"] = Asked.EndsBefore?.ToString("O", CultureInfo.InvariantCulture), ["sort"] = Asked is { Sort: LineSort.Line, Descending: false } ? null : Part("sort"), ["cols"] = Cols,
    }.Where(part => part.Value is not null).ToDictionary(StringComparer.Ordinal);

    /// <summary>What a click on a column's head asks for: that order, or the other way round.</summary>
    public string SortAddress(LineSort sort)
    {
        var word = sort.ToString().ToLowerInvariant();
        return Address(("sort", Asked.Sort == sort && !Asked.Descending ? "-" + word : word));
    }

    private void Read()
    {
        Asked = LineAddress.Read(Part);
        if (Col.Count > 0) Cols = string.Join(',', Col);
        Shown = LineColumns.Choices.Intersect(Cols?.Split(',') ?? [], StringComparer.Ordinal).ToList() is { Count: > 0 } some ? some : LineColumns.Usual;
        Cols = Shown.SequenceEqual(LineColumns.Usual) ? null : string.Join(',', Shown);
    }

    private string? Part(string name) => Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
}
