using Assets.Data.Ordering;

namespace Assets.Web.Pages.Ordering;

/// <summary>One line of the basket as it is drawn.</summary>
/// <param name="Index">Its place among the fields, from 0.</param>
public sealed record BasketLineView(BasketModel Page, Basket Basket, BasketLine Line, BasketLineForm Form, int Index)
{
    /// <summary>A field's name: <c>Form.Lines[0].Name</c>.</summary>
    public string Name(string field) => $"Form.Lines[{Index}].{field}";

    public string Id(string field) => $"line-{Line.Number}-{field}";
}
