using Assets.Data.Ordering;
using Assets.Data.Storage;

namespace Assets.Web.Pages.Ordering;

/// <summary>What is said of a cost code beside its field.</summary>
/// <param name="Text">The key of the text; none where the field is empty.</param>
public sealed record CostCodeAnswer(string? Text, bool IsGood, CostCodeSuggestion? Found)
{
    public static CostCodeAnswer Of(Database database, string? code, int unitId, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > 100) return new CostCodeAnswer(null, false, null);
        return BasketFinder.CostCode(database, code, unitId) switch
        {
            null => new CostCodeAnswer("basket.costCode.unknown", false, null),
            { IsOfUnit: false } => new CostCodeAnswer("basket.costCode.other", false, null),
            { } found when !found.HoldsOn(day) => new CostCodeAnswer("basket.costCode.closed", false, found),
            { } found => new CostCodeAnswer("basket.costCode.good", true, found),
        };
    }
}
