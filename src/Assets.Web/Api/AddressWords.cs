using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Data.Rentals;

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

internal readonly record struct NamedListWord(NamedList Value)
{
    public static bool TryParse(string? text, IFormatProvider? culture, out NamedListWord word)
    {
        var known = NamedLists.Vocabulary.TryParse(text, out var value);
        word = new NamedListWord(value);
        return known;
    }
}

/// <summary>Which lines: those that run today, those that do not, or those that have yet to begin.</summary>
internal readonly record struct LineRunsWord(LineRuns Value)
{
    public static bool TryParse(string? text, IFormatProvider? culture, out LineRunsWord word)
    {
        word = new LineRunsWord(Of(text) ?? LineRuns.Whichever);
        return word.Value != LineRuns.Whichever;
    }

    public static LineRuns? Of(string? text) => text switch { "now" => LineRuns.Now, "not" => LineRuns.NotNow, "later" => LineRuns.Later, _ => null };
}
