using Assets.Core.Standard;
using Assets.Export.Workbooks;

namespace Assets.Operations.Standard;

/// <summary>The effect of a draft as a workbook, made when it is asked for.</summary>
public static class ExportEffect
{
    /// <param name="day">The day that the file says it was made on.</param>
    public static byte[] Workbook(DraftEffect effect, DateOnly day, bool swedish)
    {
        var language = swedish ? Language.Swedish : Language.English;
        string Name(Product product) => product.Name.In(swedish ? "sv" : "en");
        EffectRow Row(ProductEffect row) => new(
            effect.Administrations.GetValueOrDefault(row.Administration, row.Administration),
            row.Product is { } code && (effect.Draft.Content.Find(code) ?? effect.InForce.Content.Find(code)) is { } product ? Name(product) : "",
            row);
        using var file = new MemoryStream();
        EffectWorkbook.Write(
            file,
            new EffectSource(
                effect.Draft.Number, effect.InForce.Number, effect.From, effect.InterestPercent, [.. effect.Effects.Select(Row)],
                new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)),
            language);
        return file.ToArray();
    }
}
