using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>The models, the sites or the suppliers: one list, since one reads and searches them alike.</summary>
[Needs(Permission.ViewRegister)]
public sealed class RecordsModel(Database database) : PageModel
{
    private const int Most = 300;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    public RegisterKind Kind { get; private set; }

    public string Segment => RegisterPages.Of(Kind);

    public bool MayEdit { get; private set; }

    /// <summary>How much hangs on a record is told to who sees all of it.</summary>
    public bool WithUses { get; private set; }

    public IReadOnlyList<RegisterListItem> Items { get; private set; } = [];

    public IEnumerable<RegisterListItem> Shown => Items.Take(Most);

    public IActionResult OnGet(string register)
    {
        if (RegisterPages.Of(register) is not { } kind) return NotFound();
        Kind = kind;
        MayEdit = HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;
        WithUses = HttpContext.Viewer().Reach(Permission.ViewRegister).IsEverywhere;
        Items = RegisterList.Read(database, kind, Term is { Length: > 100 } ? Term[..100] : Term ?? "", WithUses);
        return Page();
    }
}
