using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages;

/// <summary>What is shown in the place of a page that failed, whoever looked. It shows nothing of ours, and is no page to go to.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string Kind => Code switch { 403 => "forbidden", 404 => "missing", 400 => "refused", 413 => "large", _ => "fault" };

    public IActionResult OnGet(int? code) => Show(code);

    public IActionResult OnPost(int? code) => Show(code);

    private IActionResult Show(int? code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!failed && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null) return LocalRedirect("/");
        Code = failed ? StatusCodes.Status500InternalServerError : code ?? StatusCodes.Status500InternalServerError;
        return Page();
    }
}
