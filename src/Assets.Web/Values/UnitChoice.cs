using Assets.Core.Values;
using Assets.Data.Organisations;

namespace Assets.Web.Values;

/// <summary>A unit as somebody types it: by its code, or by its name where only one has it.</summary>
public static class UnitChoice
{
    /// <summary>The unit's code; what was typed where no unit is meant by it, for the operation to refuse.</summary>
    public static string? Code(IReadOnlyList<NamedCode> units, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return typed;
        var key = Keys.Fold(typed);
        if (units.FirstOrDefault(unit => Keys.Fold(unit.Code) == key) is { } coded) return coded.Code;
        var named = units.Where(unit => Keys.Fold(unit.Name) == key).Take(2).ToList();
        return named.Count == 1 ? named[0].Code : typed.Trim();
    }
}
