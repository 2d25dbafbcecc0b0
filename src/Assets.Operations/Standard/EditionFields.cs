using System.Globalization;
using Assets.Core.Standard;
using Assets.Data.Standard;

namespace Assets.Operations.Standard;

/// <summary>What a change of an edition is remembered as: rules by their names, products as <c>CODE field</c>.</summary>
internal static class EditionFields
{
    public static IReadOnlyList<FieldDifference> Changed(DatedEdition before, DatedEdition after)
    {
        var fields = new List<FieldDifference>();
        void Field(string name, string was, string becomes)
        {
            if (was != becomes) fields.Add(new FieldDifference(name, was, becomes));
        }
        Field("edition_state", EditionStates.Vocabulary.Word(before.State), EditionStates.Vocabulary.Word(after.State));
        Field("valid_from", Day(before.ValidFrom), Day(after.ValidFrom));
        Field("decided_on", Day(before.DecidedOn), Day(after.DecidedOn));
        Field("minute", before.Minute ?? "", after.Minute ?? "");
        Field("decided_by", before.DecidedBy ?? "", after.DecidedBy ?? "");
        var difference = EditionDifference.Between(before.Content, after.Content);
        fields.AddRange(difference.Rules);
        foreach (var product in difference.Products)
        {
            if (product.Fields.Count > 0) fields.AddRange(product.Fields.Select(field => field with { Field = $"{product.Code} {field.Field}" }));
            else fields.Add(new FieldDifference(product.Code, product.Before?.Name.Swedish ?? "", product.After?.Name.Swedish ?? ""));
        }
        return fields;
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
