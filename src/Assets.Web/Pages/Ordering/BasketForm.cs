using System.Globalization;
using Assets.Data.Ordering;
using Assets.Operations.Ordering;

namespace Assets.Web.Pages.Ordering;

/// <summary>The fields of a basket as they stand on the page: what is stored or, where a post was refused or met the sign-in page, what was typed.</summary>
public sealed class BasketForm
{
    public int Version { get; set; }

    public string? CostCode { get; set; }

    /// <summary>As a date field writes it: <c>2026-12-10</c>.</summary>
    public string? WantedOn { get; set; }

    public string? Note { get; set; }

    public IList<BasketLineForm> Lines { get; set; } = [];

    public static BasketForm Of(Basket basket) => new()
    {
        Version = basket.Version,
        CostCode = basket.CostCode,
        WantedOn = basket.WantedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Note = basket.Note,
        Lines = [.. basket.Workplaces.Select(line => BasketLineForm.Of(basket, line))],
    };

    /// <summary>What was typed, on the lines that the basket has now; a line that came meanwhile stands as it is stored.</summary>
    public BasketForm On(Basket basket)
    {
        var typed = Lines.Where(line => line is not null).ToLookup(line => line.Number);
        return new BasketForm
        {
            Version = basket.Version,
            CostCode = CostCode,
            WantedOn = WantedOn,
            Note = Note,
            Lines = [.. basket.Workplaces.Select(line => typed[line.Number].FirstOrDefault() ?? BasketLineForm.Of(basket, line))],
        };
    }

    /// <summary>For the operation; none where the date is no date.</summary>
    public BasketFields? ToFields()
    {
        DateOnly? wanted = null;
        if (!string.IsNullOrWhiteSpace(WantedOn))
        {
            if (!DateOnly.TryParseExact(WantedOn.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
            wanted = day;
        }
        return new BasketFields(null, CostCode ?? "", wanted, Note ?? "", [.. Lines.Where(line => line is not null).Select(line => new BasketLineFields(
            line.Number, line.Name ?? "", line.Account ?? "", line.Site ?? "", line.Room ?? "", line.Term, line.HasWish ? line.Wish ?? "" : null, line.HasAddOns ? [.. line.AddOns] : null))]);
    }
}

/// <summary>The fields of one line.</summary>
public sealed class BasketLineForm
{
    public int Number { get; set; }

    public string? Name { get; set; }

    public string? Account { get; set; }

    public string? Site { get; set; }

    public string? Room { get; set; }

    public int Term { get; set; }

    /// <summary>Whether the page offers a field for a wish: an absent one leaves the wish as it is.</summary>
    public bool HasWish { get; set; }

    public string? Wish { get; set; }

    /// <summary>Whether the page offers add-ons: no box ticked then means none.</summary>
    public bool HasAddOns { get; set; }

    public IList<string> AddOns { get; set; } = [];

    public static BasketLineForm Of(Basket basket, BasketLine line) => new()
    {
        Number = line.Number,
        Name = line.RecipientName,
        Account = line.RecipientAccount,
        Site = line.Site is { } code ? new SiteSuggestion(code, line.SiteName ?? "").Text : null,
        Room = line.Room,
        Term = line.TermMonths,
        HasWish = line.Wish is not null,
        Wish = line.Wish,
        AddOns = [.. basket.AddOns(line.Number).Select(addOn => addOn.ProductCode).OfType<string>()],
    };
}
