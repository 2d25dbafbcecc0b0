using Assets.Core.Inventory;
using Assets.Core.Ordering;

namespace Assets.Web.Api;

/// <summary>A word in an address, which has to be one that there is: a misspelt filter must not show everything.</summary>
internal readonly record struct AssetKindWord(AssetKind Value)
{
    public static bool TryParse(string? text, IFormatProvider? culture, out AssetKindWord word)
    {
        var known = AssetKinds.Vocabulary.TryParse(text, out var value);
        word = new AssetKindWord(value);
        return known;
    }
}

internal readonly record struct AssetStateWord(AssetState Value)
{
    public static bool TryParse(string? text, IFormatProvider? culture, out AssetStateWord word)
    {
        var known = AssetStates.Vocabulary.TryParse(text, out var value);
        word = new AssetStateWord(value);
        return known;
    }
}

internal readonly record struct OrderStateWord(OrderState Value)
{
    public static bool TryParse(string? text, IFormatProvider? culture, out OrderStateWord word)
    {
        var known = OrderStates.Vocabulary.TryParse(text, out var value);
        word = new OrderStateWord(value);
        return known;
    }
}
