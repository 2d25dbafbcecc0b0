namespace Assets.Core.Inventory;

/// <summary>
/// Tells a model by a serial: makers number a model's machines alike. Only serials of the same build (letters and digits in the same
/// places of the same length) are compared, by how many characters they begin with in common; three are the least that says anything.
/// <c>5CG3210ABC</c> after <c>5CG3210AAA</c> of one model and <c>CN4321XYZQ</c> of another is the first one's.
/// </summary>
public static class SerialLikeness
{
    public const int LeastInCommon = 3;

    /// <summary>The one model whose serials are more like this one than any other's; none where none is, or where two are equally so.</summary>
    /// <param name="known">Folded serials by model.</param>
    public static int? Model(string serialKey, IEnumerable<(int ModelId, string SerialKey)> known)
    {
        var best = LeastInCommon - 1;
        int? model = null;
        foreach (var (candidate, other) in known)
        {
            var common = InCommon(serialKey, other);
            if (common > best) (best, model) = (common, candidate);
            else if (common == best && model is not null && candidate != model) model = null;
        }
        return model;
    }

    private static int InCommon(string one, string other)
    {
        if (one.Length != other.Length) return 0;
        var common = 0;
        var alike = true;
        for (var i = 0; i < one.Length; i++)
        {
            if (char.IsDigit(one[i]) != char.IsDigit(other[i])) return 0;
            alike &= one[i] == other[i];
            if (alike) common++;
        }
        return common;
    }
}
