using Assets.Core.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Pages.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Access;

/// <summary>Where the lists' forms go that save a view and remove one: back to the list.</summary>
[Needs(Permission.ViewRegister, Permission.ViewContracts, Permission.ViewNetwork, Permission.ViewOrders, Permission.FulfilOrders, Permission.Purchase)]
public sealed class ViewsModel(Installation installation, Words words) : PageModel
{
    [BindProperty]
    public string? List { get; set; }

    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string? name, string? query, bool shared)
    {
        if (!NamedLists.Vocabulary.TryParse(List, out var list)) return BadRequest();
        if (!HttpContext.Viewer().May(NamedLists.Needs(list))) return StatusCode(StatusCodes.Status403Forbidden);
        var asked = QueryString.Create(QueryHelpers.ParseQuery(query ?? "")).ToUriComponent(); // an address has no other letters than this writes
        if (SaveView.Run(installation, HttpContext.Viewer().Id, list, name, asked.TrimStart('?'), shared).TryGet(out var view, out var refusal)) TempData["Message"] = words.Of("views.saved", view.Name);
        else TempData["Refusal"] = words.Refused(refusal);
        return LocalRedirect($"/{List}{asked}");
    }

    public IActionResult OnPostRemove(int view)
    {
        if (!NamedLists.Vocabulary.TryParse(List, out _)) return BadRequest();
        SaveView.Remove(installation, HttpContext.Viewer().Id, view);
        return LocalRedirect($"/{List}");
    }
}
