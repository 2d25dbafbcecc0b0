using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>A model, site or supplier, what hangs on it and what it was before.</summary>
[Needs(Permission.ViewRegister)]
public sealed class RecordModel(Database database) : PageModel
{
    public RegisterRecord Record { get; private set; } = null!;

    public RecordHistory History { get; private set; } = null!;

    public string Segment => RegisterPages.Of(Record.Kind);

    public bool MayEdit { get; private set; }

    /// <summary>Its assets; none for who sees a part of them only.</summary>
    public long? Uses { get; private set; }

    /// <summary>Of a model whose maker and name a data sheet has.</summary>
    public DeviceSheet? Sheet { get; private set; }

    public IActionResult OnGet(string register, int id)
    {
        if (RegisterPages.Of(register) is not { } kind || RegisterRecord.Find(database, kind, id) is not { } record) return NotFound();
        Record = record;
        History = record.History(database);
        MayEdit = HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;
        if (HttpContext.Viewer().Reach(Permission.ViewRegister).IsEverywhere) Uses = record.Assets(database);
        if (kind == RegisterKind.Model) Sheet = DeviceTypes.Of(database, id);
        return Page();
    }
}
