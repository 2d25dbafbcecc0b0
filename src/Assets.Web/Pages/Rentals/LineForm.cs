using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Operations.Rentals;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Rentals;

/// <summary>What somebody wrote about a contract line; kept on the page where it is refused.</summary>
public sealed class LineForm
{
    /// <summary>Which of the page's forms was sent.</summary>
    public string? Verb { get; set; }

    /// <summary>The version of the line that the writer saw.</summary>
    public int Seen { get; set; }
    public string? Day { get; set; }

    /// <summary>The last day charged; empty until further notice.</summary>
    public string? LastDay { get; set; }
    public string? Unit { get; set; }
    public string? Code { get; set; }
    public string? Asset { get; set; }
    public string? Service { get; set; }
    public string? Quantity { get; set; }

    /// <summary><c>fixed</c> or a method's letter.</summary>
    public string? Method { get; set; }
    public string? Rate { get; set; }
    public string? Price { get; set; }
    public string? Residual { get; set; }
    public string? Months { get; set; }
    public string? Support { get; set; }
    public bool Reused { get; set; }
    public string? BookValue { get; set; }
    public string? Fee { get; set; }
    public string? Reason { get; set; }

    public string? Why => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();

    /// <summary>With the terms of a price, as far as the form can say them.</summary>
    public static LineForm Of(Price price)
    {
        var form = new LineForm { Method = "fixed" };
        foreach (var component in price.Components)
        {
            switch (component)
            {
                case FlatComponent { Name: Components.Rent } rent: form.Rate = WrittenAmount.Field(rent.MonthlyRate); break;
                case FlatComponent { Name: Components.Support } support: form.Support = WrittenAmount.Field(support.MonthlyRate); break;
                case CapitalComponent capital:
                    (form.Method, form.Months) = (capital.Method.ToString(), capital.TermMonths.ToString(CultureInfo.InvariantCulture));
                    (form.Price, form.Residual) = (WrittenAmount.Field(capital.PurchasePrice), WrittenAmount.Field(capital.Residual));
                    break;
            }
        }
        return form;
    }

    /// <summary>A day as the browser writes it. What cannot be read is named in <paramref name="fault"/>, as the page calls the field.</summary>
    public static bool TryDay(string? text, string field, Words words, out DateOnly day, ref string? fault)
    {
        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return true;
        fault ??= words.Of("form.unreadable", words[field]);
        return false;
    }

    public static Money Amount(string? text, string field, Words words, ref string? fault)
    {
        if (!WrittenAmount.TryRead(text, out var amount)) fault ??= words.Of("form.unreadable", words[field]);
        return amount;
    }

    public static int Number(string? text, string field, Words words, ref string? fault)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) fault ??= words.Of("form.unreadable", words[field]);
        return number;
    }

    /// <summary>What the line is to cost from a day.</summary>
    public RentTerms Terms(DateOnly from, Words words, ref string? fault)
    {
        if (!Enum.TryParse<Method>(Method, out var method) || !Enum.IsDefined(method))
        {
            if (string.IsNullOrWhiteSpace(Rate)) fault ??= words.Of("form.unreadable", words["change.rate"]);
            return new FixedRent(Amount(Rate, "change.rate", words, ref fault));
        }
        return new CalculatedRent(new PriceRequest(
            method, Amount(Price, "change.purchasePrice", words, ref fault), Amount(Residual, "change.residual", words, ref fault), Number(Months, "change.months", words, ref fault),
            Amount(Support, "change.support", words, ref fault), [], from));
    }
}
