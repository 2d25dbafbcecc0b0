using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Data.Chargeback;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Chargeback;

internal static class FindingWords
{
    /// <summary>A finding's detail with its words and units in the reader's language; what is stored stays as programs know it.</summary>
    public static string Detail(Words words, Formats formats, MonthFinding finding) => finding.Code switch
    {
        FindingCodes.ContractOnRetiredAsset when FindingDetail.TryAsset(finding.Detail, out var tag, out var state) => $"{tag} – {words[$"state.{AssetStates.Vocabulary.Word(state)}"]}",
        FindingCodes.ChangedLine when long.TryParse(finding.Detail, CultureInfo.InvariantCulture, out var rows) => words.Count("finding.corrections", rows, formats.Number(rows)),
        _ => finding.Detail,
    };
}
