using Assets.Core.Inventory;

namespace Assets.Core.Chargeback;

/// <summary>A finding's detail as it is stored, for machines. Where it holds a word of ours, people are shown another in their language.</summary>
public static class FindingDetail
{
    /// <summary>Of <see cref="FindingCodes.ContractOnRetiredAsset"/>: <c>IT0000020 retired</c>.</summary>
    public static string Of(string tag, AssetState state) => $"{tag} {AssetStates.Vocabulary.Word(state)}";

    /// <summary>The other way round; false where the last word is no state.</summary>
    public static bool TryAsset(string detail, out string tag, out AssetState state)
    {
        var end = detail.LastIndexOf(' ');
        tag = end < 0 ? "" : detail[..end];
        return AssetStates.Vocabulary.TryParse(detail[(end + 1)..], out state) && end > 0;
    }
}
