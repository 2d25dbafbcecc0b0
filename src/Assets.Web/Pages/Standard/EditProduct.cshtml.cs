using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Operations;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;

namespace Assets.Web.Pages.Standard;

/// <summary>One product of a draft: a new one, a copy, or one that is there. Rows for parts come and go by buttons that send the form.</summary>
[Needs(Permission.EditStandard)]
public sealed class EditProductModel(Installation installation, Words words, Formats formats) : DraftPage(installation, words, formats)
{
    /// <summary>The product that is changed; none for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty]
    public ProductForm Form { get; set; } = new();

    public IReadOnlyList<ModelListItem> Models { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What the product costs as it is typed; none while it cannot be read.</summary>
    public PricedProduct? Priced { get; private set; }

    public bool IsNew => string.IsNullOrEmpty(Code);

    public IActionResult OnGet(int number, string? copy)
    {
        if (Open(number) is { } refused) return refused;
        if ((Code ?? copy) is { Length: > 0 } wanted)
        {
            if (Draft.Content.Find(wanted) is not { } product) return NotFound();
            Form = ProductForm.Of(product);
            if (IsNew) Form.Code = FreeCode(product.Code);
            else Findings = [.. EditionCheck.OfProduct(product, Draft.Content.Rules)];
        }
        else
        {
            Form = ProductForm.New(Draft.Content.Rules);
        }
        Show();
        return Page();
    }

    /// <param name="act"><c>save</c>, <c>look</c>, <c>add</c>, <c>remove-3</c>, <c>up-3</c>.</param>
    public IActionResult OnPost(int number, int version, string? act)
    {
        if (Open(number) is { } refused) return refused;
        if (Form.Parts.Count > ProductForm.MostParts) return BadRequest();
        if (act is not (null or "save"))
        {
            Rearrange(act);
            Show();
            return Page();
        }
        if (!IsNew) Form.Code = Code; // a product keeps its code, which orders and lines carry
        var (product, unreadable) = Form.Read();
        Unreadable = unreadable;
        if (product is not null && IsNew && Draft.Content.Find(product.Code) is not null) Unreadable = ["code_taken"];
        if (Unreadable.Count == 0 && product is not null && Content(product) is { } content)
        {
            var answer = Save(version, content, Draft.ValidFrom ?? Formats.Today, $"/standard/{number}#{product.Code}");
            Show();
            return answer;
        }
        if (Unreadable.Count == 0) return NotFound();
        Show();
        return Page();
    }

    public IActionResult OnPostRemove(int number, int version)
    {
        if (Open(number) is { } refused) return refused;
        if (Draft.Content.Find(Code ?? "") is not { } product) return NotFound();
        Form = ProductForm.Of(product);
        var content = Draft.Content with { Products = [.. Draft.Content.Products.Where(other => other != product)] };
        var answer = Save(version, content, Draft.ValidFrom ?? Formats.Today, $"/standard/{number}");
        Show();
        return answer;
    }

    // None where somebody has removed the product meanwhile.
    private Edition? Content(Product product)
    {
        if (IsNew) return Draft.Content with { Products = [.. Draft.Content.Products, product] };
        if (Draft.Content.Find(product.Code) is not { } old) return null;
        return Draft.Content with { Products = [.. Draft.Content.Products.Select(other => other == old ? product : other)] };
    }

    private void Rearrange(string act)
    {
        var (verb, place) = act.Split('-') is [var word, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (word, index) : (act, -1);
        if (verb == "add" && Form.Parts.Count < ProductForm.MostParts) Form.Parts.Add(PartForm.New);
        else if (verb == "remove" && place >= 0 && place < Form.Parts.Count) Form.Parts.RemoveAt(place);
        else if (verb == "up" && place > 0 && place < Form.Parts.Count) (Form.Parts[place - 1], Form.Parts[place]) = (Form.Parts[place], Form.Parts[place - 1]);
    }

    private void Show()
    {
        Models = ModelList.Read(Installation.Database);
        if (Form.Read().Product is { } product)
            Priced = PricedProduct.Of(Draft.Content with { Products = [product] }, Draft.ValidFrom ?? Formats.Today, [.. InterestRates.Read(Installation.Database)])[0];
    }

    private string FreeCode(string code)
    {
        for (var number = 2; ; number++)
        {
            var free = string.Create(CultureInfo.InvariantCulture, $"{code}-{number}");
            if (Draft.Content.Find(free) is null) return free;
        }
    }
}
