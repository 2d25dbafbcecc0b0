using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Standard;

/// <summary>What is wrong with an edition: by itself, and against the register's models and organisations.</summary>
public static class CheckEdition
{
    public static IReadOnlyList<Finding> Run(Installation installation, DatedEdition edition)
    {
        using var connection = installation.Database.Open();
        return Findings(connection, edition.Content);
    }

    internal static IReadOnlyList<Finding> Findings(DbConnection connection, Edition edition)
    {
        var models = connection.Rows("select code_key, kind from models", r => (Key: r.GetString(0), Kind: (AssetKind)r.GetInt32(1))).ToDictionary(m => m.Key, m => m.Kind, StringComparer.Ordinal);
        var organisations = connection.Rows("select code_key from organisations", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var findings = EditionCheck.Run(edition).ToList();
        foreach (var product in edition.Products)
        {
            foreach (var (part, code) in product.Parts.SelectMany(part => part.Models.Select(code => (part, code))))
            {
                if (!models.TryGetValue(Keys.Fold(code), out var kind)) findings.Add(new Finding(EditionFindings.UnknownModel, Severity.Stop, product.Code, code));
                else if (part.AssetKind is { } wanted && wanted != kind) findings.Add(new Finding(EditionFindings.ModelOfOtherKind, Severity.Stop, product.Code, code));
            }
            foreach (var code in product.OrderedBy)
            {
                if (!organisations.Contains(Keys.Fold(code))) findings.Add(new Finding(EditionFindings.UnknownOrganisation, Severity.Stop, product.Code, code));
            }
        }
        return findings;
    }
}
