using Assets.Web.Api;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

/// <summary>The interface for programs as a person reads it: made from the same document that programs read.</summary>
[Needs]
public sealed class ReferenceModel(IServiceProvider services) : PageModel
{
    public IReadOnlyList<ReferenceGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync() => Groups = ReferenceGroup.Of(await ApiDocument.Read(services, HttpContext.RequestAborted));
}
