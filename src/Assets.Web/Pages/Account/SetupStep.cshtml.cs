using Assets.Core.Access;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Operations.Imports;
using Assets.Operations.Messages;
using Assets.Operations.Monitoring;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Account;

/// <summary>The steps of the first start, for the administrator that it began with. What is in the register says which are done.</summary>
[Needs(Permission.ManageSettings)]
[RequestFormLimits(MultipartBodyLengthLimit = MostOctets)]
public sealed class SetupStepModel(Installation installation, IDataProtectionProvider ring, OrganisationOverview organisations, Words words) : PageModel
{
    /// <summary>Enough for the organisations and cost codes of the largest municipality; what is larger goes by the command line.</summary>
    private const long MostOctets = 10_000_000;

    public static IReadOnlyList<string> Steps { get; } = ["host", "organisations", "cost-codes", "mail", "network", "next"];

    private static readonly string[] OrganisationColumns = ["org_code", "name", "kind", "parent_code", "org_number"];
    private static readonly string[] CostCodeColumns = ["cost_code", "unit_code", "name", "valid_from", "valid_to"];

    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    public SetupFacts Facts { get; private set; } = null!;

    public SetupLeft Left { get; private set; } = null!;

    public IReadOnlyList<OrganisationNode> Organisations { get; private set; } = [];

    public IConfiguration Settings => installation.Settings;

    public string? After => Steps.SkipWhile(step => step != Step).Skip(1).FirstOrDefault();

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    /// <summary>Whether a step has what it asks for. Mail and network can be left for later, and count as seen once what follows is open.</summary>
    public bool IsDone(string step) => step switch
    {
        "host" => Facts.Host is not null,
        "organisations" => Facts.Organisations > 1,
        "cost-codes" => Facts.CostCodes > 0,
        "mail" => !string.IsNullOrWhiteSpace(Settings["Assets:Mail:Host"]),
        "network" => Facts.Ranges.Count > 0,
        _ => false,
    };

    public IActionResult OnGet()
    {
        if (!IsThere()) return NotFound();
        if (Step is "organisations" or "cost-codes") Organisations = organisations.Tree(Reach.Everywhere);
        if (Step == "next") Left = SetupLeft.Read(installation.Database);
        return Page();
    }

    /// <summary>The first administrator neither imports nor sees prices, unless he has given himself the role.</summary>
    public bool MayOpen(string address) => Navigation.For(HttpContext.Viewer()).Any(place => place.Address == address);

    public IActionResult OnPostHost(string? code, string? name, string? number) =>
        Rows("organisations", OrganisationColumns, [code, name, OrganisationKinds.Vocabulary.Word(OrganisationKind.Municipality), null, number], goesOn: true);

    public IActionResult OnPostOrganisation(string? code, string? name, string? kind, string? parent, string? number) =>
        Rows("organisations", OrganisationColumns, [code, name, kind, parent, number], goesOn: false);

    public IActionResult OnPostCostCode(string? code, string? unit, string? name) =>
        Rows("cost-codes", CostCodeColumns, [code, unit, name, null, null], goesOn: false);

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        if (!IsThere() || Step is not ("organisations" or "cost-codes")) return NotFound();
        if (file is null) return RedirectToPage(new { step = Step });
        var folder = Directory.CreateTempSubdirectory("assets-setup-");
        try
        {
            var path = Path.Combine(folder.FullName, Path.GetExtension(file.FileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? "file.xlsx" : "file.csv");
            await using (var target = System.IO.File.Create(path)) await file.CopyToAsync(target, HttpContext.RequestAborted);
            return Told(() => ImportRows.OfFile(Acting, Step, path, HttpContext.RequestAborted), ofFile: true, goesOn: false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public IActionResult OnPostRange(string? range, string? community)
    {
        if (!IsThere()) return NotFound();
        var outcome = SnmpRanges.Keep(Acting, new CommunityKeys(ring), range ?? "", community ?? "");
        if (outcome.TryGet(out var kept, out var refusal)) TempData["Message"] = words.Of("setup.rangeKept", kept.Range);
        else TempData["Refusal"] = words[$"refusal.{refusal.Code}"];
        return RedirectToPage(new { step = "network" });
    }

    public IActionResult OnPostRemoveRange(int id)
    {
        if (!IsThere()) return NotFound();
        SnmpRanges.Remove(Acting, id);
        return RedirectToPage(new { step = "network" });
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel)
    {
        if (!IsThere()) return NotFound();
        var sent = await SendTestMail.RunAsync(installation, HttpContext.Viewer().Id, cancel);
        if (sent.TryGet(out var test, out var refusal)) TempData["Message"] = words.Of("mails.tested", test.Address);
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { step = "mail" });
    }

    public IActionResult OnPostFinish()
    {
        if (!IsThere()) return NotFound();
        if (SetUp.Finish(Acting).TryGet(out _, out var refusal))
        {
            TempData["Message"] = words["setup.finished"];
            return LocalRedirect("/");
        }
        TempData["Refusal"] = words[$"refusal.{refusal.Code}"];
        return RedirectToPage(new { step = "host" });
    }

    private IActionResult Rows(string kind, string[] columns, string?[] row, bool goesOn) =>
        IsThere() ? Told(() => ImportRows.Run(Acting, kind, columns, [row], HttpContext.RequestAborted), ofFile: false, goesOn) : NotFound();

    private RedirectToPageResult Told(Func<ImportOutcome> import, bool ofFile, bool goesOn)
    {
        var wrong = "";
        try
        {
            var outcome = import();
            if (outcome.Rejected > 0 && outcome.First.First(found => found.IsError) is var finding) wrong = ImportWords.Place(words, finding, ofFile) + ImportWords.Say(words, finding);
            else TempData["Message"] = words.Of("setup.rowsTaken", outcome.Created, outcome.Updated, outcome.Unchanged);
        }
        catch (ImportRefusedException refused)
        {
            wrong = ImportWords.Say(words, refused.Code, refused.Detail, refused.Message);
        }
        if (wrong.Length > 0) TempData["Refusal"] = words.Of("refusal.rows_rejected", wrong);
        return RedirectToPage(new { step = goesOn && wrong.Length == 0 ? After ?? Step : Step });
    }

    private bool IsThere()
    {
        Facts = SetupFacts.Read(installation.Database);
        return Facts.IsOpen && Steps.Contains(Step) && HttpContext.Viewer().Reach(Permission.ManageSettings).IsEverywhere;
    }
}
