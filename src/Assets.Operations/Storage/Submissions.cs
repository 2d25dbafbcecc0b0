using Assets.Data.Storage;

namespace Assets.Operations.Storage;

/// <summary>Forms that were sent already, by the key that each carries.</summary>
internal static class Submissions
{
    /// <summary>The act that this form has done before; none the first time.</summary>
    public static long? Find(Writing writing, string? key) =>
        key is { Length: > 0 } && writing.Connection.Scalar("select change_set_id from submissions where key = @p0", key) is { } known
            ? Convert.ToInt64(known, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    public static void Add(Writing writing, string? key, long changeSet)
    {
        if (key is { Length: > 0 }) writing.Connection.Execute("insert into submissions (key, change_set_id) values (@p0, @p1)", key, changeSet);
    }
}
