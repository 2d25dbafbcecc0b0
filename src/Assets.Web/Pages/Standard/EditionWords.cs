using Assets.Web.Resources;

namespace Assets.Web.Pages.Standard;

internal static class EditionWords
{
    /// <summary>A finding's detail with its field in words: <c>purchase_price -1.00</c>. What is no field stays as it is.</summary>
    public static string Detail(Words words, string detail)
    {
        var field = detail.Split(' ')[0];
        return words.Known("field", field) + detail[field.Length..];
    }
}
